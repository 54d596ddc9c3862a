package dev.retune.cli;

import picocli.CommandLine;

/// Says what is in a project.
@CommandLine.Command(mixinStandardHelpOptions = true)
final class ProjectShowCommand extends ProjectCommand {
  ProjectShowCommand(Context context) {
    super(context);
  }

  private record Shown(
      String name,
      String folder,
      String base,
      int documents,
      int passages,
      int pairs,
      int accepted,
      int rejected,
      int runs) {}

  @Override
  public Integer call() {
    try (var session = open()) {
      var counts = session.pairs().counts();
      var shown =
          new Shown(
              session.name(),
              session.folder().toString(),
              session.model().id(),
              session.documents().documents().size(),
              session.documents().chunkCount(),
              counts.all(),
              counts.accepted(),
              counts.rejected(),
              session.runs().list().size());
      return result(
          shown,
          () ->
              context.say(
                  "project.shown",
                  shown.name(),
                  shown.base(),
                  shown.documents(),
                  shown.passages(),
                  shown.pairs(),
                  shown.accepted(),
                  shown.runs()));
    }
  }
}
