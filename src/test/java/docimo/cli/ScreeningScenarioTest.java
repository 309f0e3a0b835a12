package docimo.cli;

import org.junit.jupiter.api.Nested;

/** The commands on a database in a file. */
class ScreeningScenarioTest {

  @Nested
  class Screening extends ScreeningScenario {
    @Override
    String newDatabase() {
      return folder.resolve("db").toString();
    }
  }

  @Nested
  class Reviewing extends ReviewScenario {
    @Override
    String newDatabase() {
      return folder.resolve("db").toString();
    }
  }

  @Nested
  class Work extends JobScenario {
    @Override
    String newDatabase() {
      return folder.resolve("db").toString();
    }
  }

  @Nested
  class Log extends AuditScenario {
    @Override
    String newDatabase() {
      return folder.resolve("db").toString();
    }
  }

  @Nested
  class Access extends AccessScenario {
    @Override
    String newDatabase() {
      return folder.resolve("db").toString();
    }
  }
}
