package dev.retune.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HomeTest {
  private final Path user = Path.of("/u");

  @Test
  void theVariableWins() {
    var home = Home.of(Map.of("RETUNE_HOME", "/x/y", "XDG_DATA_HOME", "/z"), "Linux", user);
    assertThat(home.folder()).isEqualTo(Path.of("/x/y").toAbsolutePath());
  }

  @Test
  void eachPlatformHasItsPlace() {
    assertThat(Home.of(Map.of(), "Linux", user).folder())
        .isEqualTo(Path.of("/u/.local/share/retune"));
    assertThat(Home.of(Map.of("XDG_DATA_HOME", "/d"), "Linux", user).folder())
        .isEqualTo(Path.of("/d/retune"));
    assertThat(Home.of(Map.of(), "Mac OS X", user).folder())
        .isEqualTo(Path.of("/u/Library/Application Support/Retune"));
    assertThat(Home.of(Map.of("APPDATA", "/a"), "Windows 11", user).folder())
        .isEqualTo(Path.of("/a/Retune"));
  }
}
