package dev.retune.cli;

import dev.retune.workflow.ProjectSession;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// A command that works on a project.
abstract class ProjectCommand extends Command {
  @Option(
      names = {"-p", "--project"},
      paramLabel = "<folder>")
  Path project = Path.of("");

  ProjectCommand(Context context) {
    super(context);
  }

  final ProjectSession open() {
    return workbench().open(project.toAbsolutePath().normalize());
  }
}
