package dev.retune.training;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.encoder.Model;
import dev.retune.file.Json;
import dev.retune.file.Reason;
import dev.retune.text.Problem;
import dev.retune.text.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A run folder, version 1: the contract between whoever starts a run and the worker that does it.
///
/// Everything is read from disk at each call, because another process writes it.
public final class RunFolder {
  private static final Logger LOG = LoggerFactory.getLogger(RunFolder.class);

  static final String CONFIGURATION = "run.json";

  private final Path path;
  private final RunConfiguration configuration;
  private final RunControl control;

  RunFolder(Path path, RunConfiguration configuration) {
    this.path = path;
    this.configuration = configuration;
    control = new RunControl(path);
  }

  /// Makes a run folder under `runsDir` with its frozen dataset; nothing is left behind on failure.
  ///
  /// @param name what the person calls it; also the readable part of the folder's name
  /// @param writeDataset writes the dataset into the empty folder it is given and returns name and
  ///   fingerprint
  /// @param programVersion of this program
  /// @throws dev.retune.text.ProblemException if the settings do not fit the base model or the
  ///   dataset, or the folder cannot be written
  public static RunFolder create(
      Path runsDir,
      String name,
      Model base,
      Function<Path, RunConfiguration.DatasetReference> writeDataset,
      TrainingSettings settings,
      String programVersion) {
    return create(runsDir, name, base, writeDataset, settings, List.of(), programVersion);
  }

  /// The same with datasets that are learned from beside the main one.
  ///
  /// @throws dev.retune.text.ProblemException if the folder cannot be written, or the shares leave
  ///   nothing to the main dataset
  public static RunFolder create(
      Path runsDir,
      String name,
      Model base,
      Function<Path, RunConfiguration.DatasetReference> writeDataset,
      TrainingSettings settings,
      List<AuxiliaryData> auxiliary,
      String programVersion) {
    return new RunMaker(runsDir, name, base, writeDataset, settings, auxiliary, programVersion)
        .make(Instant.now());
  }

  /// Opens an existing run.
  ///
  /// @throws dev.retune.text.ProblemException if it is no run folder or of a newer version
  public static RunFolder open(Path path) {
    var file = path.resolve(CONFIGURATION);
    if (!Files.exists(file)) {
      throw Problem.of(RunFolder.class, "run.missing", path.toString()).exception();
    }
    return new RunFolder(path.toAbsolutePath().normalize(), RunFile.read(file));
  }

  /// The run folders in `runsDir`, newest first; unreadable ones are left out.
  public static List<RunFolder> list(Path runsDir) {
    if (!Files.isDirectory(runsDir)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(runsDir)) {
      return entries
          .filter(entry -> Files.exists(entry.resolve(CONFIGURATION)))
          .filter(entry -> !entry.getFileName().toString().startsWith("."))
          .flatMap(RunFolder::readable)
          .sorted(Comparator.comparing((RunFolder run) -> run.configuration().created()).reversed())
          .toList();
    } catch (IOException e) {
      throw Problem.of(RunFolder.class, "runs.list", runsDir.toString(), Reason.of(e)).exception(e);
    }
  }

  private static Stream<RunFolder> readable(Path entry) {
    try {
      return Stream.of(open(entry));
    } catch (ProblemException e) {
      LOG.warn("{}", e.getMessage());
      return Stream.empty();
    }
  }

  public Path path() {
    return path;
  }

  /// The folder's name, unique within `runs/`.
  public String id() {
    return path.getFileName().toString();
  }

  public RunConfiguration configuration() {
    return configuration;
  }

  /// Where the run stands at this moment.
  public RunState state() {
    // The lock first: a worker that ends between the two reads has then written its last event.
    var worker = worker().orElse(null);
    var progress = new RunProgress();
    progress.add(events());
    return progress.state(worker);
  }

  /// The living worker, if there is one.
  Optional<LockInfo> worker() {
    return RunLock.read(lockFile()).filter(info -> info.alive(Instant.now()));
  }

  /// All events so far.
  public List<RunEvent> events() {
    return new EventReader(eventsFile()).poll();
  }

  /// Asks the worker to wait after the step it is at, giving the processor free.
  public void requestPause() {
    control.ask(RunControl.Request.PAUSE);
  }

  /// Asks a paused worker to go on.
  public void requestResume() {
    control.ask(RunControl.Request.RESUME);
  }

  /// Asks the worker to stop and keep the best so far.
  public void requestStop() {
    control.ask(RunControl.Request.STOP);
  }

  /// The report, once the run is done.
  ///
  /// @throws dev.retune.text.ProblemException if it is damaged or of a newer version
  public Optional<RunReport> report() {
    var file = reportFile();
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Schema.check(file, Json.read(file, JsonNode.class), RunReport.SCHEMA);
    return Optional.of(Json.read(file, RunReport.class));
  }

  /// Where the report lies once the run is done.
  public Path reportFile() {
    return path.resolve("report.json");
  }

  RunControl control() {
    return control;
  }

  /// The base model: the packed copy where there is one, else where it was when the run was made.
  public Path baseFolder() {
    var packed = path.resolve("base");
    return Files.isDirectory(packed) ? packed : Path.of(configuration.base().folder());
  }

  public Path datasetFolder() {
    return path.resolve("dataset");
  }

  /// Where the tuned model stands once the run is done.
  public Path modelFolder() {
    return path.resolve("model");
  }

  /// Where in the tuned model's folder the low-rank updates stand as PEFT keeps them, or the
  /// adapter as LlamaIndex does; the model computes with them without this folder.
  public Path adapterFolder() {
    return adapterFolder(modelFolder());
  }

  /// The same of any model folder that a run has written.
  static Path adapterFolder(Path model) {
    return model.resolve("adapter");
  }

  /// Steps whose weights a model can be made of by [CheckpointModel], in order; those that stay
  /// after the end among them.
  public List<Integer> checkpoints() {
    return new Checkpoints(checkpointsFolder()).steps();
  }

  Path checkpointsFolder() {
    return path.resolve("checkpoints");
  }

  public Path workerLog() {
    return path.resolve("worker.log");
  }

  Path eventsFile() {
    return path.resolve("events.jsonl");
  }

  Path lockFile() {
    return path.resolve("lock");
  }
}
