package dev.retune.cli;

import dev.retune.text.Problem;
import dev.retune.text.ProblemException;
import dev.retune.text.Text;
import dev.retune.workflow.Workbench;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// The command line: reads the words, runs the command, says what went wrong in one line.
public final class CommandLineFace {
  private static final Logger LOG = LoggerFactory.getLogger(CommandLineFace.class);
  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;
  private static final int CANCELLED = 130;

  private final Workbench workbench;
  private final WindowPort window;
  private final Locale locale;

  /// @param locale language of everything that is said
  public CommandLineFace(Workbench workbench, WindowPort window, Locale locale) {
    this.workbench = workbench;
    this.window = window;
    this.locale = locale;
  }

  /// Runs one command.
  ///
  /// @return exit code: 0 done, 1 failed, 2 wrong usage, 130 cancelled
  public int run(String... words) {
    return run(Output.standard(locale), words);
  }

  int run(Output output, String... words) {
    var context = new Context(workbench, window, output);
    boolean json = asksForJson(words);
    try {
      return line(context)
          .setOut(output.out())
          .setErr(output.err())
          .setParameterExceptionHandler((e, _) -> misunderstood(e, json, output))
          .setExecutionExceptionHandler((e, _, _) -> failed(e, json, output))
          .execute(words);
    } catch (LinkageError | OutOfMemoryError | StackOverflowError e) {
      return failed(e, json, output);
    }
  }

  private CommandLine line(Context context) {
    var line = new CommandLine(new OpenCommand(context));
    line.setCommandName("retune");
    line.addSubcommand("open", new OpenCommand(context))
        .addSubcommand("sample", new SampleCommand(context))
        .addSubcommand(
            "project",
            group()
                .addSubcommand("create", new ProjectCreateCommand(context))
                .addSubcommand("show", new ProjectShowCommand(context)))
        .addSubcommand("import", new ImportCommand(context))
        .addSubcommand("rechunk", new RechunkCommand(context))
        .addSubcommand("reread", new RereadCommand(context))
        .addSubcommand("generate", new GenerateCommand(context))
        .addSubcommand(
            "pairs",
            group()
                .addSubcommand("list", new PairsListCommand(context))
                .addSubcommand("accept", new PairsAcceptCommand(context))
                .addSubcommand("import", new PairsImportCommand(context))
                .addSubcommand("export", new PairsExportCommand(context)))
        .addSubcommand("train", new TrainCommand(context))
        .addSubcommand("preflight", new PreflightCommand(context))
        .addSubcommand("merge", new MergeCommand(context))
        .addSubcommand(
            "run",
            group()
                .addSubcommand("show", new RunShowCommand(context))
                .addSubcommand(
                    "pause", new RunControlCommand(context, RunControlCommand.Wish.PAUSE))
                .addSubcommand(
                    "continue", new RunControlCommand(context, RunControlCommand.Wish.CONTINUE))
                .addSubcommand("stop", new RunControlCommand(context, RunControlCommand.Wish.STOP))
                .addSubcommand("resume", new RunResumeCommand(context))
                .addSubcommand("model", new RunModelCommand(context)))
        .addSubcommand("evaluate", new EvaluateCommand(context))
        .addSubcommand("compare", new CompareCommand(context))
        .addSubcommand("embed", new EmbedCommand(context))
        .addSubcommand(
            "model",
            group()
                .addSubcommand("list", new ModelListCommand(context))
                .addSubcommand("import", new ModelImportCommand(context))
                .addSubcommand("connect", new ModelConnectCommand(context))
                .addSubcommand("export", new ModelExportCommand(context)))
        .addSubcommand(
            "gpu",
            group()
                .addSubcommand("status", new GpuStatusCommand(context))
                .addSubcommand("install", new GpuInstallCommand(context))
                .addSubcommand("remove", new GpuRemoveCommand(context)))
        .addSubcommand("worker", new WorkerCommand())
        .addSubcommand("demo", new DemoCommand(context));
    line.setResourceBundle(ResourceBundle.getBundle("dev.retune.cli.messages", locale));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    return line;
  }

  private static CommandLine group() {
    return new CommandLine(new Group());
  }

  private static boolean asksForJson(String[] words) {
    return List.of(words).contains("--json");
  }

  private int misunderstood(ParameterException wrong, boolean json, Output output) {
    var command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    var said = String.valueOf(wrong.getMessage());
    say(Problem.of(CommandLineFace.class, "words", said, command), json, output);
    return WRONG_USAGE;
  }

  private int failed(Throwable failure, boolean json, Output output) {
    if (failure instanceof CancellationException) {
      return CANCELLED;
    }
    var problem =
        failure instanceof ProblemException known
            ? known.problem()
            : Problem.of(
                CommandLineFace.class,
                "unexpected",
                Objects.requireNonNullElse(
                    failure.getMessage(), failure.getClass().getSimpleName()),
                workbench.home().logs());
    if (!(failure instanceof ProblemException)) {
      LOG.error("command failed", failure);
    }
    say(problem, json, output);
    return FAILED;
  }

  private void say(Problem problem, boolean json, Output output) {
    var cause = oneLine(problem.cause());
    var remedy = oneLine(problem.remedy());
    if (json) {
      output.errorJson(Map.of("error", new Failure(problem.code(), cause, remedy)));
    } else {
      output.err().println("retune: " + cause + " " + remedy);
      output.err().flush();
    }
  }

  private String oneLine(Text text) {
    return text.in(locale).strip().replaceAll("\\s*\\R\\s*", " ");
  }

  private record Failure(String code, String cause, String remedy) {}

  /// A word that only leads to commands.
  @CommandLine.Command(mixinStandardHelpOptions = true)
  private static final class Group {}
}
