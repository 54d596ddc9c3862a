package dev.retune.cli;

import dev.retune.task.Progress;
import dev.retune.text.Text;
import dev.retune.workflow.Workbench;

/// What every command is handed.
record Context(Workbench workbench, WindowPort window, Output output) {

  Text text(String key, Object... args) {
    return Text.of(Context.class, key, args);
  }

  void say(String key, Object... args) {
    output.line(text(key, args).in(output.locale()));
  }

  /// Says something that is no result.
  void note(String key, Object... args) {
    output.err().println(text(key, args).in(output.locale()));
    output.err().flush();
  }

  Progress progress() {
    return new ConsoleProgress(output);
  }
}
