package dev.retune.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes a project.
@CommandLine.Command(mixinStandardHelpOptions = true)
final class ProjectCreateCommand extends Command {
  @Parameters(paramLabel = "<folder>")
  Path folder;

  @Option(names = "--name")
  @Nullable String name;

  @Option(names = "--base", paramLabel = "<model>")
  @Nullable String base;

  @SuppressWarnings("NullAway.Init") // picocli sets the folder
  ProjectCreateCommand(Context context) {
    super(context);
  }

  private record Created(String folder, String name, String base) {}

  @Override
  public Integer call() {
    var absolute = folder.toAbsolutePath().normalize();
    var title = name == null ? String.valueOf(absolute.getFileName()) : name;
    var model = base == null ? null : workbench().models().find(base).id();
    try (var session = workbench().create(absolute, title)) {
      if (model != null) {
        session.model().choose(model);
      }
      var created = new Created(absolute.toString(), title, session.model().id());
      return result(created, () -> context.say("project.created", title, absolute));
    }
  }
}
