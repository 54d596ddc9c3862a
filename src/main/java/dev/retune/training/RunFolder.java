package dev.retune.training;

import dev.retune.encoder.ModelFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A run folder, version 1: the contract between whoever starts a run and the worker that does it.
public final class RunFolder {
  private final Path path;
  private final RunConfiguration configuration;

  RunFolder(Path path, RunConfiguration configuration) {
    this.path = path;
    this.configuration = configuration;
  }

  /// Makes a run folder under `runsDir` with its frozen dataset; nothing is left behind on failure.
  ///
  /// @param name what the person calls it; also the readable part of the folder's name
  /// @param writeDataset writes the dataset into the empty folder it is given and returns name and
  ///   fingerprint
  /// @param programVersion of this program
  /// @throws dev.retune.text.ProblemException if the folder cannot be written
  public static RunFolder create(
      Path runsDir,
      String name,
      ModelFolder base,
      Function<Path, RunConfiguration.DatasetReference> writeDataset,
      TrainingSettings settings,
      String programVersion) {
    throw new UnsupportedOperationException(
        runsDir + name + base + writeDataset + settings + programVersion);
  }

  /// Opens an existing run.
  ///
  /// @throws dev.retune.text.ProblemException if it is no run folder or of a newer version
  public static RunFolder open(Path path) {
    throw new UnsupportedOperationException(path.toString());
  }

  /// The run folders in `runsDir`, newest first; unreadable ones are left out.
  public static List<RunFolder> list(Path runsDir) {
    throw new UnsupportedOperationException(runsDir.toString());
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

  public RunState state() {
    throw new UnsupportedOperationException();
  }

  /// All events so far.
  public List<RunEvent> events() {
    throw new UnsupportedOperationException();
  }

  public void requestPause() {
    throw new UnsupportedOperationException();
  }

  public void requestResume() {
    throw new UnsupportedOperationException();
  }

  /// Asks the worker to stop and keep the best so far.
  public void requestStop() {
    throw new UnsupportedOperationException();
  }

  public Path datasetFolder() {
    return path.resolve("dataset");
  }

  /// Where the tuned model stands once the run is done.
  public Path modelFolder() {
    return path.resolve("model");
  }

  public Path workerLog() {
    return path.resolve("worker.log");
  }

  /// The report, once the run is done.
  public Optional<RunReport> report() {
    throw new UnsupportedOperationException();
  }
}
