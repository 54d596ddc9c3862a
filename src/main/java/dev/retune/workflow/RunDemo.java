package dev.retune.workflow;

import dev.retune.task.Progress;
import dev.retune.training.RunEvent;
import dev.retune.training.RunReport;
import dev.retune.training.RunState;
import dev.retune.training.TrainingSettings;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/// The whole job on the sample material, from documents to the verdict on held-out questions.
public final class RunDemo {
  private final Workbench workbench;

  public RunDemo(Workbench workbench) {
    this.workbench = workbench;
  }

  /// What the demo brought in one language.
  ///
  /// @param model id of the tuned model in the catalogue
  /// @param folder of the tuned model
  /// @param reportFile where the report lies
  public record Result(
      String language,
      Path project,
      Path run,
      String model,
      Path folder,
      Path reportFile,
      RunReport report) {}

  /// @param folder new folder for the project
  /// @param language `en` or `zh`
  /// @param settings of the training, for so many pairs to learn from
  /// @param follow told of each event while the worker trains
  /// @throws dev.retune.text.ProblemException if a step fails
  /// @throws java.util.concurrent.CancellationException if cancelled
  public Result run(
      Path folder,
      String language,
      IntFunction<TrainingSettings> settings,
      Progress progress,
      Consumer<RunEvent> follow) {
    try (var session = new SampleProject(workbench).create(folder, language, progress)) {
      var chosen = settings.apply(session.runs().trainPairs());
      var run = session.runs().start("demo-" + language, chosen, progress);
      var state = new FollowRun(run).toItsEnd(progress, follow);
      if (state != RunState.FINISHED) {
        throw FollowRun.notFinished(run, state).exception();
      }
      var model = session.runs().collect().getFirst();
      return new Result(
          language,
          folder,
          run.path(),
          model.id(),
          model.folder(),
          run.reportFile(),
          run.report().orElseThrow(() -> FollowRun.notFinished(run, state).exception()));
    }
  }
}
