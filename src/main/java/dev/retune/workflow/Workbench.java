package dev.retune.workflow;

import dev.retune.document.ocr.LanguageData;
import dev.retune.encoder.EmbedOptions;
import dev.retune.encoder.Embedder;
import dev.retune.encoder.Model;
import dev.retune.file.Home;
import dev.retune.gpu.Driver;
import dev.retune.gpu.Gpu;
import dev.retune.model.ModelCatalogue;
import dev.retune.model.ModelEntry;
import dev.retune.project.Project;
import dev.retune.project.SqliteNatives;
import dev.retune.retrieval.CachedEmbedder;
import dev.retune.retrieval.VectorCache;
import dev.retune.task.Progress;
import dev.retune.text.ProblemException;
import dev.retune.training.LaunchCommand;
import dev.retune.training.RunFolder;
import dev.retune.training.WorkerLauncher;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything that does not belong to one project: settings, models, and how projects are opened.
/// Window and command line each hold one.
public final class Workbench {
  private static final Logger LOG = LoggerFactory.getLogger(Workbench.class);

  private final Home home;
  private final Clock clock;
  private final LanguageData languageData;
  private final LlmKeys llmKeys;
  private final String version;
  private final SettingsFile settings;
  private final ModelCatalogue catalogue;
  private final TunedModels tuned;
  private final LaunchCommand launch;
  private final WorkerLauncher launcher;

  /// @param environment of the process; read for LLM keys, and for the address of language data
  /// @param version of this program
  /// @param launch how this program starts itself for a worker
  public Workbench(
      Home home,
      Clock clock,
      Map<String, String> environment,
      String version,
      LaunchCommand launch) {
    this.home = home;
    this.clock = clock;
    this.llmKeys = new LlmKeys(Map.copyOf(environment));
    this.languageData =
        new LanguageData(
            home.ocr(), environment.getOrDefault(LanguageData.VARIABLE, LanguageData.USUAL));
    this.version = version;
    this.settings = SettingsFile.open(home);
    this.catalogue = new ModelCatalogue(home);
    this.tuned = new TunedModels(catalogue);
    this.launch = launch;
    this.launcher = new WorkerLauncher(launch);
  }

  /// Fetches data of further languages for text recognition.
  public LanguageData languageData() {
    return languageData;
  }

  public Home home() {
    return home;
  }

  /// What graphics card there is, and CUDA support for it.
  public Gpu gpu() {
    return new Gpu(home.gpu(), Driver.ofThisMachine());
  }

  /// Whether models compute on a graphics card here, tried in a process of its own. Takes up to a
  /// few seconds.
  ///
  /// @throws java.util.concurrent.CancellationException if the person cancelled
  public GpuStatus gpuStatus(Progress progress) {
    return GpuStatus.of(gpu(), () -> new GpuTrial(launch, home).why(progress));
  }

  public Clock clock() {
    return clock;
  }

  public String version() {
    return version;
  }

  public SettingsFile settings() {
    return settings;
  }

  public ModelCatalogue models() {
    return catalogue;
  }

  /// Opens a model; vectors that a provider gives are kept, for all projects.
  ///
  /// @throws dev.retune.text.ProblemException if it cannot be loaded
  public Embedder open(ModelEntry entry, EmbedOptions options) {
    return Model.read(entry.folder())
        .open(
            options, vectors -> new CachedEmbedder(vectors, new VectorCache(home.remoteVectors())));
  }

  /// Enters the models of ended runs into the catalogue; those that are in it already stay.
  ///
  /// @return the model of each of these runs that has one
  public List<ModelEntry> collect(List<RunFolder> runs) {
    return tuned.collect(runs);
  }

  /// Where keys of language models come from.
  public LlmKeys llmKeys() {
    return llmKeys;
  }

  /// Starts a worker on a run, in a process that outlives this one.
  ///
  /// @throws dev.retune.text.ProblemException if it cannot be started
  public void startWorker(RunFolder run) {
    launcher.launch(run);
  }

  /// Makes and opens a project.
  ///
  /// @throws dev.retune.text.ProblemException if the folder is not empty or cannot be written
  public ProjectSession create(Path folder, String name) {
    SqliteNatives.install(home.folder().resolve("natives"));
    return opened(Project.create(folder, name));
  }

  /// Opens a project.
  ///
  /// @throws dev.retune.text.ProblemException if there is none, it is open already, or it was made
  ///   by a newer program
  public ProjectSession open(Path folder) {
    SqliteNatives.install(home.folder().resolve("natives"));
    return opened(Project.open(folder));
  }

  private ProjectSession opened(Project project) {
    try {
      settings.update(s -> s.withRecent(project.folder().toAbsolutePath().normalize().toString()));
    } catch (ProblemException e) {
      LOG.warn("the recent projects could not be saved: {}", e.getMessage());
    }
    return new ProjectSession(this, project);
  }
}
