package dev.retune.model;

import dev.retune.encoder.Model;
import dev.retune.encoder.ModelFolderWriter;
import dev.retune.encoder.Pooling;
import dev.retune.encoder.Prompts;
import dev.retune.encoder.RemoteAddress;
import dev.retune.encoder.RemoteModel;
import dev.retune.file.Home;
import dev.retune.model.ModelEntry.Kind;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import dev.retune.text.ProblemException;
import dev.retune.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The base models that travel with the program and those in the user's data directory. Several
/// processes may use it at once.
public final class ModelCatalogue {
  private final Path models;
  private final BaseModelStore baseModels;
  private final ModelShelf shelf;

  public ModelCatalogue(Home home) {
    this(home, Clock.systemUTC());
  }

  /// @param clock tells when a model came
  public ModelCatalogue(Home home, Clock clock) {
    this.models = home.models();
    this.baseModels = new BaseModelStore(models, clock);
    this.shelf = new ModelShelf(models, clock);
  }

  /// All models: base models first, then by time, newest first. Folders that cannot be read are
  /// left out.
  public List<ModelEntry> list() {
    var entries = new ArrayList<ModelEntry>();
    for (var base : BaseModel.values()) {
      entries.add(baseEntry(base));
    }
    shelf.entries().stream()
        .sorted(Comparator.comparing(ModelEntry::created).reversed())
        .forEach(entries::add);
    return entries;
  }

  /// The model with this id, or an entry for the model folder at this path.
  ///
  /// @throws ProblemException if there is neither
  public ModelEntry find(String idOrFolder) {
    return BaseModel.of(idOrFolder)
        .map(this::baseEntry)
        .or(() ->
            shelf.entries().stream().filter(entry -> entry.id().equals(idOrFolder)).findFirst())
        .or(() -> folder(idOrFolder))
        .orElseThrow(() -> Problem.of(ModelCatalogue.class, "unknown", idOrFolder).exception());
  }

  /// Whether [#find(String)] finds it.
  public boolean knows(String idOrFolder) {
    return BaseModel.of(idOrFolder).isPresent()
        || shelf.entries().stream().anyMatch(entry -> entry.id().equals(idOrFolder))
        || folder(idOrFolder).isPresent();
  }

  /// Makes sure that a model's folder stands on disk, unpacking a base model at first use. Two
  /// processes may do so at once.
  ///
  /// @throws ProblemException if the id is unknown or the result fails its checksum
  /// @throws java.util.concurrent.CancellationException if the person cancelled
  public ModelEntry ensure(String idOrFolder, Progress progress) {
    var base = BaseModel.of(idOrFolder);
    return base.isPresent() ? baseModels.ensure(base.get(), progress) : find(idOrFolder);
  }

  /// Copies a sentence-transformers or Hugging Face folder into the catalogue.
  ///
  /// @throws ProblemException if it is no model this program can run
  /// @throws java.util.concurrent.CancellationException if the person cancelled
  public ModelEntry importFolder(Path folder, String name, Progress progress) {
    Model.read(folder);
    var lineage = ModelRecord.exists(folder) ? ModelRecord.read(folder).lineage() : null;
    return shelf.add(name, Kind.IMPORTED, lineage, copying(folder, progress));
  }

  /// Converts an ONNX file with `tokenizer.json` beside it, or a LangChain4j embedding jar.
  ///
  /// @throws ProblemException if it is no encoder this program can convert
  /// @throws java.util.concurrent.CancellationException if the person cancelled
  public ModelEntry importOnnx(
      Path jarOrOnnx, Pooling pooling, Prompts prompts, String name, Progress progress) {
    progress.begin(Text.of(ModelCatalogue.class, "converting", name), 1);
    var source = OnnxSource.of(jarOrOnnx);
    progress.checkCancelled();
    var parts = OnnxConversion.convert(source, pooling, prompts);
    progress.checkCancelled();
    var card = Cards.converted(name, jarOrOnnx.getFileName().toString());
    var entry =
        shelf.add(
            name, Kind.IMPORTED, null, target -> ModelFolderWriter.write(target, parts, card));
    progress.advance(1);
    return entry;
  }

  /// Enters a model behind an address.
  ///
  /// @throws ProblemException if the address is none, or nothing can be written
  public ModelEntry connect(RemoteAddress address, String name) {
    return shelf.add(name, Kind.REMOTE, null, target -> RemoteModel.write(target, address));
  }

  /// Copies a tuned model with its lineage into the catalogue.
  ///
  /// @throws ProblemException if it is no model or cannot be copied
  public ModelEntry register(Path tunedModelFolder, String name, Lineage lineage) {
    Model.read(tunedModelFolder);
    return shelf.add(name, Kind.TUNED, lineage, copying(tunedModelFolder, Progress.none()));
  }

  /// Copies a model's folder to `target`, which must not exist or be empty.
  ///
  /// @throws ProblemException if something stands at `target` or it cannot be written
  /// @throws java.util.concurrent.CancellationException if the person cancelled
  public void export(ModelEntry entry, Path target, Progress progress) {
    var ready = ensure(entry.id(), progress);
    requireEmpty(target);
    copying(ready.folder(), progress).accept(target);
  }

  /// Copies what was trained beside the base model, and that alone, to `target`, which must not
  /// exist or be empty: a PEFT folder of a LoRA model, LlamaIndex's of an adapter.
  ///
  /// @throws ProblemException if the model is no such, something stands at `target` or it cannot be
  ///   written
  /// @throws java.util.concurrent.CancellationException if the person cancelled
  public void exportAdapter(ModelEntry entry, Path target, Progress progress) {
    var adapter =
        entry
            .adapter()
            .orElseThrow(
                () -> Problem.of(ModelCatalogue.class, "no_adapter", entry.name()).exception());
    requireEmpty(target);
    FolderFiles.copyWhole(adapter, target, progress);
  }

  private static void requireEmpty(Path target) {
    if (!FolderFiles.emptyOrAbsent(target)) {
      throw Problem.of(ModelCatalogue.class, "occupied", target).exception();
    }
  }

  /// Removes a tuned or imported model for good; a base model only until it is needed again.
  ///
  /// @throws ProblemException if there is none of that id or it cannot be deleted
  public void remove(String id) {
    var entry = find(id);
    if (!models.equals(entry.folder().getParent())) {
      throw Problem.of(ModelCatalogue.class, "unknown", id).exception();
    }
    if (Files.exists(entry.folder())) {
      shelf.remove(entry.folder());
    }
  }

  private ModelEntry baseEntry(BaseModel base) {
    var folder = models.resolve(base.id());
    return shelf
        .read(folder)
        .orElseGet(
            () -> new ModelEntry(base.id(), base.id(), folder, Kind.BASE, Instant.EPOCH, null, 0));
  }

  private static Optional<ModelEntry> folder(String path) {
    try {
      var folder = Path.of(path).toAbsolutePath().normalize();
      if (!Files.isDirectory(folder)) {
        return Optional.empty();
      }
      if (ModelRecord.exists(folder)) {
        return Optional.of(ModelRecord.read(folder).entry(folder.toString(), folder));
      }
      var time = Files.getLastModifiedTime(folder).toInstant();
      return Optional.of(
          new ModelEntry(
              folder.toString(),
              folder.getFileName().toString(),
              folder,
              Kind.IMPORTED,
              time,
              null,
              FolderFiles.bytes(folder)));
    } catch (InvalidPathException | IOException _) {
      return Optional.empty();
    }
  }

  private static Consumer<Path> copying(Path folder, Progress progress) {
    return target -> FolderFiles.copy(folder, target, progress);
  }
}
