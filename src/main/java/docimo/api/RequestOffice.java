package docimo.api;

import docimo.screening.ScreeningOffice;
import io.javalin.http.Context;

/** The services of screenings for a request: those of the tenant whose key it came with. */
interface RequestOffice {

  /** May wait until the database is open. */
  ScreeningOffice of(Context ctx);
}
