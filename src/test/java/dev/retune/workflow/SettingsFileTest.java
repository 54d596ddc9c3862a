package dev.retune.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.file.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
  @TempDir Path folder;

  @Test
  void whatTheFileLeavesOutHasItsDefault() throws IOException {
    var home = new Home(folder);
    Files.writeString(home.settings(), "{\"schema_version\":1,\"theme\":null}");
    var settings = SettingsFile.open(home);
    assertThat(settings.problem()).isEmpty();
    assertThat(settings.get()).isEqualTo(Settings.DEFAULT);
  }

  @Test
  void twoProgramsKeepEachOthersChanges() {
    var home = new Home(folder);
    var window = SettingsFile.open(home);
    var command = SettingsFile.open(home);
    window.update(settings -> settings.withTheme(Settings.Theme.DARK));
    command.update(settings -> settings.withRecent("/somewhere"));
    var now = SettingsFile.open(home).get();
    assertThat(now.theme()).isEqualTo(Settings.Theme.DARK);
    assertThat(now.recentProjects()).containsExactly("/somewhere");
  }
}
