package dev.retune.cli;

import dev.retune.training.RunEvent;
import dev.retune.training.RunFolder;
import dev.retune.training.RunReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/// Says where a run stands.
@CommandLine.Command(mixinStandardHelpOptions = true)
final class RunShowCommand extends Command {
  @Parameters(paramLabel = "<run folder>")
  Path folder;

  @SuppressWarnings("NullAway.Init") // picocli sets the folder
  RunShowCommand(Context context) {
    super(context);
  }

  private record Shown(
      String run,
      String name,
      String state,
      int step,
      int totalSteps,
      double secondsLeft,
      List<Integer> checkpoints,
      @Nullable RunReport report) {}

  @Override
  public Integer call() {
    var run = RunFolder.open(folder);
    var report = run.report().orElse(null);
    var state = run.state().name().toLowerCase(Locale.ROOT);
    var at = lastStep(run).orElse(null);
    var checkpoints = run.checkpoints();
    return result(
        new Shown(
            run.path().toString(),
            run.configuration().name(),
            state,
            at == null ? 0 : at.step(),
            at == null ? 0 : at.totalSteps(),
            at == null ? 0 : at.secondsLeft(),
            checkpoints,
            report),
        () -> {
          context.say("run.shown", run.configuration().name(), state);
          if (report == null && at != null) {
            var minutes = Math.round(at.secondsLeft() / 60);
            context.say("run.step", at.step(), at.totalSteps(), minutes);
          }
          if (report != null) {
            new ReportPrinter(context).print(report);
          }
          if (!checkpoints.isEmpty()) {
            context.say("run.checkpoints", listed(checkpoints));
          }
        });
  }

  private static String listed(List<Integer> steps) {
    return steps.stream().map(step -> Integer.toString(step)).collect(Collectors.joining(", "));
  }

  private static Optional<RunEvent.Step> lastStep(RunFolder run) {
    return run.events().stream()
        .filter(RunEvent.Step.class::isInstance)
        .map(RunEvent.Step.class::cast)
        .reduce((_, later) -> later);
  }
}
