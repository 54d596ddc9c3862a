package dev.retune.app;

import dev.retune.training.LaunchCommand;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How this program starts itself again.
final class Launch {
  private Launch() {}

  /// The packaged launcher where there is one, else this Java machine with the same class path.
  static LaunchCommand ofThisProgram() {
    var launcher = System.getProperty("jpackage.app-path");
    if (launcher != null) {
      return new LaunchCommand(List.of(launcher));
    }
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(Launch::concernsWorker)
        .forEach(words::add);
    words.add("-cp");
    words.add(System.getProperty("java.class.path"));
    words.add(Main.class.getName());
    return new LaunchCommand(words);
  }

  /// The worker has no window, and a debugger's port is taken.
  private static boolean concernsWorker(String option) {
    return option.startsWith("--enable-native-access")
        || option.startsWith("--sun-misc-unsafe-memory-access")
        || option.startsWith("-Xmx");
  }
}
