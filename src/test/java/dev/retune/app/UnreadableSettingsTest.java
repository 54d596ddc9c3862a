package dev.retune.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.file.Home;
import dev.retune.training.LaunchCommand;
import dev.retune.workflow.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreadableSettingsTest {
  @TempDir Path home;

  @Test
  void theWindowSaysThatTheDefaultsHold() throws Exception {
    Files.writeString(home.resolve("settings.json"), "{");
    var workbench =
        new Workbench(
            new Home(home), Clock.systemUTC(), Map.of(), "test", new LaunchCommand(List.of("no")));
    try (var person = new Person(workbench)) {
      person.await("the message", () -> person.shows("settings-unreadable"));
      assertThat(home.resolve("settings.unreadable.json")).hasContent("{");
      person.click("settings-default");
      person.await("the start view", () -> person.shows("start"));
    }
  }
}
