package docimo.store;

import static docimo.store.Office.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import docimo.access.AccessConflictException;
import docimo.access.ApiKey;
import docimo.access.Keys;
import docimo.access.NoSuchAccessException;
import docimo.access.Scope;
import docimo.access.Tenant;
import docimo.access.Tenants;
import docimo.screening.Job;
import docimo.screening.NotFoundException;
import docimo.screening.Screening;
import docimo.screening.UploadRow;
import docimo.screening.audit.AuditEvent;
import docimo.screening.audit.AuditKind;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Tenants that never see each other's data, and keys, on every database. */
abstract class TenantContract extends StoreContract {

  private static final Clock CLOCK = Clock.systemUTC();

  /** The address of another empty database. */
  abstract DatabaseUrl another();

  private Tenants tenants() {
    return new Tenants(database.tenants(), CLOCK);
  }

  private Office tenant(String name) {
    tenants().create(name, "rita");
    return new Office(database.store(name));
  }

  private Keys keys() {
    SecureRandom random = new SecureRandom();
    return new Keys(
        database.keys(),
        CLOCK,
        count -> {
          byte[] bytes = new byte[count];
          random.nextBytes(bytes);
          return bytes;
        });
  }

  private static HikariDataSource pool(DatabaseUrl url, int connections) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(url.jdbc());
    pool.setUsername(url.user());
    pool.setPassword(url.isEmbedded() ? "" : url.password());
    pool.setMaximumPoolSize(connections);
    return pool;
  }

  @Test
  void theDefaultTenantIsAlwaysThereAndOthersAreListedByName() {
    assertThat(tenants().list()).extracting(Tenant::name).containsExactly("default");
    tenant("zeta");
    tenant("acme");
    assertThat(tenants().list())
        .extracting(Tenant::name)
        .containsExactly("default", "acme", "zeta");
    assertThatThrownBy(() -> tenants().create("acme", "rita"))
        .isInstanceOf(AccessConflictException.class);
    assertThatThrownBy(() -> tenants().create("default", "rita"))
        .isInstanceOf(AccessConflictException.class);
    tenants().require("acme");
    assertThatThrownBy(() -> tenants().require("nobody")).isInstanceOf(NoSuchAccessException.class);
  }

  @Test
  void eachTenantHasItsOwnScreeningsQuestionsAndChain() {
    Office acme = tenant("acme");
    Office zeta = tenant("zeta");
    Screening ofAcme = acme.screening();
    Screening ofZeta = zeta.screening(true);
    acme.services.submissions().submit(ofAcme.id(), answer("c1", "q1", null, "0.5"), "r");
    assertThat(acme.services.screenings().list(0, 10).items())
        .extracting(Screening::id)
        .containsExactly(ofAcme.id());
    assertThat(zeta.services.screenings().list(0, 10).items())
        .extracting(Screening::id)
        .containsExactly(ofZeta.id());
    assertThat(office.services.screenings().list(0, 10).items()).isEmpty();
    assertThat(office.services.questions().all()).isEmpty();
    assertThatThrownBy(() -> zeta.services.screenings().get(ofAcme.id()))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> zeta.services.candidates().export("c1"))
        .isInstanceOf(NotFoundException.class);
    for (Office one : List.of(acme, zeta)) {
      assertThat(one.services.audit().verify().problems()).isEmpty();
      AuditEvent first = one.services.audit().events(0, 1).items().get(0);
      assertThat(first.kind()).isEqualTo(AuditKind.TENANT_CREATED);
      assertThat(first.actor()).isEqualTo("rita");
    }
    assertThat(office.services.audit().head().sequence()).isZero();
  }

  /** All on a single connection, which each of them leaves in its own schema. */
  @Test
  void aConnectionNeverStaysInTheSchemaOfAnotherTenant() throws Exception {
    tenant("acme");
    tenant("zeta");
    DatabaseUrl url = database.url();
    try (HikariDataSource one = pool(url, 1)) {
      List<String> schemas = List.of("public", "tenant_acme", "tenant_zeta");
      List<Office> offices = new ArrayList<>();
      for (String schema : schemas) {
        DataSource connections = SchemaConnections.of(one, schema);
        offices.add(new Office(new SqlStore(connections, url, Office.QUESTIONS, Room.of(url))));
      }
      inParallel(
          6,
          number -> {
            Office mine = offices.get(number % 3);
            for (int i = 0; i < 10; i++) {
              Screening screening = mine.screening();
              assertThat(mine.services.screenings().get(screening.id())).isEqualTo(screening);
            }
          });
      for (Office mine : offices) {
        assertThat(mine.services.screenings().list(0, 100).items()).hasSize(20);
        assertThat(mine.services.audit().verify().problems()).isEmpty();
      }
    }
  }

  @Test
  void aDatabaseOfTheSecondVersionGoesOnAsTheDefaultTenant() {
    DatabaseUrl older = another();
    try (HikariDataSource connections = pool(older, 3)) {
      Flyway.configure()
          .dataSource(connections)
          .locations("classpath:docimo/store/migration")
          .table("docimo_schema")
          .target("2")
          .load()
          .migrate();
      Jdbi.create(connections)
          .useHandle(
              handle ->
                  handle.execute(
                      "INSERT INTO candidate VALUES"
                          + " ('c', 'old/ann', NULL, '2026-01-01T00:00:00Z', NULL)"));
    }
    try (Database migrated = Database.open(older, Office.QUESTIONS)) {
      Office home = new Office(migrated.store(Tenant.DEFAULT));
      assertThat(home.services.candidates().get("old/ann").id()).isEqualTo("c");
      home.screening();
      assertThat(home.services.audit().verify().problems()).isEmpty();
      assertThat(migrated.tenants().all()).extracting(Tenant::name).containsExactly("default");
      assertThat(migrated.keys().isEmpty()).isTrue();
    }
  }

  @Test
  void aTenantIsThereWhenTheDatabaseIsOpenedAgain() {
    String id = tenant("acme").screening().id();
    try (Database again = reopened()) {
      assertThat(new Office(again.store("acme")).services.screenings().get(id).id()).isEqualTo(id);
    }
  }

  private Database reopened() {
    DatabaseUrl url = database.url();
    database.close();
    return Database.open(
        url.isEmbedded() ? DatabaseUrl.of(url.withoutPassword(), null, null) : url,
        Office.QUESTIONS);
  }

  @Test
  void partsOfAllTenantsAreHandedOutByOneQueueToTheirOwnWorkers() {
    tenant("acme");
    DatabaseJobQueue.Pace pace =
        new DatabaseJobQueue.Pace(2, Duration.ofMillis(50), Duration.ofSeconds(1));
    try (DatabaseJobQueue queue = new DatabaseJobQueue(database, pace, CLOCK)) {
      Office home = new Office(database.store(), queue.of(Tenant.DEFAULT));
      List<Office> opened = new ArrayList<>();
      queue.opening(
          name -> {
            Office late = new Office(database.store(name), queue.of(name));
            opened.add(late);
            late.services.jobs().start();
          });
      home.services.jobs().start();
      Office acme = new Office(database.store("acme"), queue.of("acme"));
      Job first = upload(home);
      Job second = upload(acme);
      awaitDone(home, first);
      awaitDone(acme, second); // by an office that was opened because of it
      assertThat(opened).hasSize(1);
      assertThat(home.marked()).isEqualTo(45);
      assertThat(acme.marked()).isZero();
      assertThat(opened.get(0).marked()).isEqualTo(45);
    }
  }

  private static Job upload(Office by) {
    Job upload = by.services.jobs().receive(by.screening().id(), "r");
    List<UploadRow> rows = new ArrayList<>();
    for (int i = 0; i < 45; i++) {
      rows.add(new UploadRow(i, answer("c" + i, "q1", "1", "0.5 text"), null));
    }
    by.services.jobs().add(upload.id(), rows);
    return by.services.jobs().begin(upload.id());
  }

  private static void awaitDone(Office by, Job job) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> by.services.jobs().get(job.id()).state() == Job.State.DONE);
  }

  @Test
  void whatIsDoneToKeysIsInTheLogOfTheirTenantWithoutAnySecret() {
    Office acme = tenant("acme");
    assertThat(keys().isEmpty()).isTrue();
    Keys.Issued made =
        keys()
            .create(
                "acme",
                "portal",
                Set.of(Scope.GRADE, Scope.QUESTIONS_WRITE),
                Duration.ofDays(9),
                "rita");
    Keys.Issued rotated = keys().rotate(made.key().id(), Duration.ofHours(3), "rita");
    keys().revoke(made.key().id(), "kim");
    List<AuditEvent> events = acme.services.audit().events(0, 10).items();
    assertThat(events)
        .extracting(AuditEvent::kind)
        .containsExactly(
            AuditKind.TENANT_CREATED,
            AuditKind.KEY_CREATED,
            AuditKind.KEY_ROTATED,
            AuditKind.KEY_REVOKED);
    assertThat(events.get(1).facts())
        .containsEntry("key", made.key().id())
        .containsEntry("key_name", "portal")
        .containsEntry("scopes", "grade questions:write")
        .containsKey("expires_at");
    assertThat(events.get(3).actor()).isEqualTo("kim");
    assertThat(events.toString())
        .doesNotContain(made.secret().text(), rotated.secret().text(), "hash=null");
    assertThat(acme.services.audit().verify().problems()).isEmpty();
    assertThat(office.services.audit().head().sequence()).isZero();
    assertThat(keys().isEmpty()).isFalse();
  }

  @Test
  void keysAreKeptAsTheyAre() {
    ApiKey made =
        keys().create("default", "portal", Set.of(Scope.REVIEW), Duration.ofDays(9), "rita").key();
    assertThat(keys().list("default")).containsExactly(made);
    assertThat(keys().get(made.id())).isEqualTo(made);
    assertThat(keys().list("acme")).isEmpty();
    database.keys().used(made.id(), made.createdAt().plus(1, ChronoUnit.MINUTES));
    assertThat(keys().get(made.id()).lastUsedAt())
        .isEqualTo(made.createdAt().plus(1, ChronoUnit.MINUTES));
    assertThatThrownBy(() -> keys().get("nobody")).isInstanceOf(NoSuchAccessException.class);
    assertThatThrownBy(() -> keys().revoke("nobody", "rita"))
        .isInstanceOf(NoSuchAccessException.class);
    assertThatThrownBy(() -> keys().create("nobody", "x", Set.of(Scope.GRADE), null, "rita"))
        .isInstanceOf(NoSuchAccessException.class);
  }

  @Test
  void aNameIsOfOneKeyThatWorks() {
    ApiKey first = keys().create("default", "portal", Set.of(Scope.GRADE), null, "rita").key();
    assertThatThrownBy(() -> keys().create("default", "portal", Set.of(Scope.ADMIN), null, "rita"))
        .isInstanceOf(AccessConflictException.class)
        .hasMessageContaining("rotate");
    tenant("acme");
    keys().create("acme", "portal", Set.of(Scope.GRADE), null, "rita");
    keys().revoke(first.id(), "rita");
    keys().create("default", "portal", Set.of(Scope.GRADE), null, "rita");
    assertThat(keys().list("default")).hasSize(2);
  }

  @Test
  void aSecretOpensItsKeyUntilItIsRevokedInTheDatabase() {
    Keys.Issued made = keys().create("default", "portal", Set.of(Scope.GRADE), null, "rita");
    assertThat(keys().authenticate(made.secret().text()).name()).isEqualTo("portal");
    assertThat(keys().get(made.key().id()).lastUsedAt()).isNotNull();
    keys().revoke(made.key().id(), "rita");
    assertThatThrownBy(() -> keys().authenticate(made.secret().text()))
        .hasMessageContaining("revoked");
  }
}
