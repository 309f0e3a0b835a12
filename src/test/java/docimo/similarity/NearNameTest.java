package docimo.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NearNameTest {

  private static final List<String> NAMES = List.of("server.port", "server.host", "bank");

  @Test
  void theNearestNameIsFound() {
    assertThat(NearName.of("server.prot", NAMES)).contains("server.port");
    assertThat(NearName.of("sever.host", NAMES)).contains("server.host");
    assertThat(NearName.of("bnak", NAMES)).contains("bank");
  }

  @Test
  void aNameThatIsLikeNoneHasNone() {
    assertThat(NearName.of("retention", NAMES)).isEmpty();
    assertThat(NearName.of("bank", List.of())).isEmpty();
  }
}
