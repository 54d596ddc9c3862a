package dev.retune.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.retune.retrieval.Verdict;
import dev.retune.text.Problem;
import dev.retune.training.Forgetting;
import dev.retune.training.RunFolder;
import dev.retune.training.RunReport;
import dev.retune.training.RunState;
import dev.retune.workflow.AuxiliaryFile;
import dev.retune.workflow.BaseModels;
import dev.retune.workflow.FollowRun;
import dev.retune.workflow.TrainOnFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/// Trains on a project's accepted pairs or on dataset files, in a worker process of its own.
@CommandLine.Command(mixinStandardHelpOptions = true)
class TrainCommand extends ProjectCommand {
  /// What does not change how a run computes.
  private static final Set<String> BESIDE_RESUME =
      Set.of("--resume", "--out", "--json", "--log-every");

  @Option(names = "--model", paramLabel = "<id|folder>")
  @Nullable String model;

  @Option(names = "--train", paramLabel = "<path>")
  @Nullable Path train;

  @Option(names = "--validation", paramLabel = "<path>")
  @Nullable Path validation;

  @Option(names = "--test", paramLabel = "<path>")
  @Nullable Path test;

  @Option(
      names = "--auxiliary",
      paramLabel = "<path[,loss=name][,share=0..1]>",
      converter = AuxiliaryOption.class)
  List<AuxiliaryFile> auxiliary = List.of();

  @Option(names = "--runs", paramLabel = "<folder>")
  @Nullable Path runs;

  @Option(names = "--out", paramLabel = "<folder>")
  @Nullable Path out;

  @Option(names = "--name")
  @Nullable String name;

  @Option(names = "--resume", paramLabel = "<run folder>")
  @Nullable Path resume;

  @Option(names = "--log-every", paramLabel = "<steps>")
  int logEvery = RunPrinter.EVERY;

  @CommandLine.Spec CommandSpec spec;

  @CommandLine.Mixin TrainOptions options = new TrainOptions();

  @SuppressWarnings("NullAway.Init") // picocli sets its own description of the command
  TrainCommand(Context context) {
    super(context);
  }

  /// What `--json` prints. Base, tuned and BM25 are measured on the validation split.
  ///
  /// @param seconds wall clock of the training, evaluations included
  /// @param secondsPerStep median
  /// @param peakMemoryMb resident peak of the worker
  /// @param dimensions base and tuned with vectors cut to these lengths, where that was asked for
  /// @param test the same figures on the test split, where there is one
  /// @param windows that passages were read in, such as `256/192`
  /// @param hybrid metrics of the tuned model joined with BM25, where that is asked for
  /// @param baseHybrid metrics of the base model joined with BM25
  /// @param hybridWeight how much BM25 counts there
  /// @param forgetting figures on general questions, where they were asked
  private record Trained(
      String run,
      String model,
      Map<String, Double> base,
      Map<String, Double> tuned,
      int steps,
      double seconds,
      double secondsPerStep,
      @JsonProperty("peakMemoryMB") long peakMemoryMb,
      String state,
      int bestStep,
      Verdict verdict,
      Map<String, Double> bm25,
      RunReport.@Nullable Result test,
      @Nullable String windows,
      @Nullable Map<String, Double> hybrid,
      @Nullable Map<String, Double> baseHybrid,
      @Nullable Double hybridWeight,
      @Nullable Forgetting forgetting,
      @Nullable Map<Integer, RunReport.Cut> dimensions) {}

  @Override
  public Integer call() {
    if (out != null) {
      EmptyFolder.require(out);
    }
    if (resume != null) {
      return again(resume);
    }
    return train == null ? onProject() : onFiles(train);
  }

  /// Goes on with a run as it was made: nothing of it can be chosen anew.
  private int again(Path folder) {
    spec.commandLine().getParseResult().matchedOptions().stream()
        .map(OptionSpec::longestName)
        .filter(option -> !BESIDE_RESUME.contains(option))
        .findFirst()
        .ifPresent(option -> {
          throw Problem.of(TrainCommand.class, "resume.option", option).exception();
        });
    var run = RunFolder.open(folder);
    RunResumeCommand.start(workbench(), run);
    return ended(run, follow(run));
  }

  private int onProject() {
    var run = start();
    // The project is closed by now, so that the window can open it and show the curve.
    var state = follow(run);
    workbench().collect(List.of(run));
    return ended(run, state);
  }

  /// The model to tune, where one is named or an earlier run had one.
  final Optional<String> base() {
    return Optional.ofNullable(model).or(options::base);
  }

  private RunFolder start() {
    try (var session = open()) {
      base().ifPresent(session.runs()::tune);
      var title = name == null ? "run " + (session.runs().list().size() + 1) : name;
      return session
          .runs()
          .start(
              title, options.settings(session.runs().trainPairs()), auxiliary, context.progress());
    }
  }

  private int onFiles(Path source) {
    if (validation == null) {
      throw Problem.of(TrainCommand.class, "train.validation").exception();
    }
    var folder = runs == null ? workbench().home().folder().resolve("runs") : runs;
    var run =
        new TrainOnFiles(workbench())
            .freeze(
                base().orElse(BaseModels.ENGLISH),
                source,
                validation,
                test,
                auxiliary,
                folder,
                options::settings,
                context.progress());
    workbench().startWorker(run);
    return ended(run, follow(run));
  }

  private RunState follow(RunFolder run) {
    context.note("train.started", run.path());
    return new FollowRun(run)
        .toItsEnd(context.progress(), new RunPrinter(context, logEvery)::print);
  }

  private int ended(RunFolder run, RunState state) {
    if (!state.done()) {
      throw FollowRun.notFinished(run, state).exception();
    }
    var report = run.report().orElseThrow(() -> FollowRun.notFinished(run, state).exception());
    Path folder = run.modelFolder();
    if (out != null) {
      var entry = workbench().models().find(folder.toString());
      workbench().models().export(entry, out, context.progress());
      folder = out;
    }
    var hybrid = report.validation().hybrid();
    var windows = report.retrieval().windows();
    var trained =
        new Trained(
            run.path().toString(),
            folder.toAbsolutePath().toString(),
            report.validation().base(),
            report.validation().tuned(),
            report.steps(),
            report.seconds(),
            report.secondsPerStep(),
            report.peakMemoryMb(),
            state.name().toLowerCase(Locale.ROOT),
            report.bestStep(),
            report.verdict(),
            report.validation().bm25(),
            report.test(),
            windows == null ? null : windows.toString(),
            hybrid == null ? null : hybrid.tuned(),
            hybrid == null ? null : hybrid.base(),
            report.retrieval().hybridWeight(),
            report.forgetting(),
            report.validation().dimensions());
    var where = folder;
    return result(
        trained,
        () -> {
          new ReportPrinter(context).print(report);
          context.say("train.model", where);
        });
  }
}
