package dev.retune.document;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A program of its own with this one's classes, to be killed or starved.
final class ChildProgram implements AutoCloseable {
  private final Process process;

  private ChildProgram(Process process) {
    this.process = process;
  }

  /// @param before what it is started with, such as a shell; may be empty
  static ChildProgram start(List<String> before, Class<?> main, Object... arguments)
      throws java.io.IOException {
    var command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Xmx512m", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    for (var argument : arguments) {
      command.add(argument.toString());
    }
    return new ChildProgram(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
  }

  /// What it says, up to the first line that is wanted, or to its end.
  List<String> until(Predicate<String> wanted) throws java.io.IOException {
    var lines = new ArrayList<String>();
    var out = process.inputReader();
    for (var line = out.readLine(); line != null; line = out.readLine()) {
      lines.add(line);
      if (wanted.test(line)) {
        break;
      }
    }
    return lines;
  }

  /// Kills it, if it still runs.
  @Override
  public void close() {
    process.destroyForcibly().onExit().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
