package dev.retune.ui.gallery;

import dev.retune.encoder.RemoteAddress;
import dev.retune.model.Lineage;
import dev.retune.model.ModelEntry;
import dev.retune.task.Progress;
import dev.retune.ui.models.ModelsPort;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Models held in memory.
public final class SampleModels implements ModelsPort {
  private static final Path FOLDER = Path.of("/home/ana/.local/share/retune/models");

  private final List<ModelEntry> models = new ArrayList<>();
  private final Set<String> ofProject = new HashSet<>();
  private final List<String> done = new ArrayList<>();

  public static SampleModels onlyBase() {
    var sample = new SampleModels();
    sample.base("bge-small-en-v1.5", 133_466_304);
    sample.base("bge-small-zh-v1.5", 0);
    return sample;
  }

  public static SampleModels full() {
    var sample = onlyBase();
    sample.tuned("Pump manuals, run 3", "run-3", .7540, .6583, "2026-11-20T09:20:00Z");
    sample.tuned("Pump manuals, run 2", "run-2", .6412, .6583, "2026-11-19T15:00:00Z");
    sample.ofProject.addAll(Set.of("run-3", "run-2"));
    return sample;
  }

  /// As a project sees them that has trained nothing yet.
  public static SampleModels onlyOfOthers() {
    var sample = full();
    sample.ofProject.clear();
    return sample;
  }

  private void base(String id, long bytes) {
    models.add(
        new ModelEntry(
            id,
            id,
            FOLDER.resolve(id),
            ModelEntry.Kind.BASE,
            bytes == 0 ? Instant.EPOCH : Instant.parse("2026-11-01T12:00:00Z"),
            null,
            bytes));
  }

  private void tuned(String name, String run, double ndcg, double base, String created) {
    models.add(
        new ModelEntry(
            run,
            name,
            FOLDER.resolve(run),
            ModelEntry.Kind.TUNED,
            Instant.parse(created),
            new Lineage(
                "bge-small-en-v1.5",
                "8e01f5a44d7ac1",
                "c1b5c0a7f2e9d4",
                "Pump manuals",
                run,
                Map.of("ndcg@10", ndcg),
                Map.of("ndcg@10", base)),
            133_812_000));
  }

  /// What was asked of the catalogue.
  public List<String> done() {
    return List.copyOf(done);
  }

  @Override
  public synchronized Known models() {
    return new Known(models, ofProject);
  }

  @Override
  public synchronized void export(ModelEntry model, Path target, Progress progress) {
    done.add("export " + model.id() + " to " + target);
  }

  @Override
  public synchronized void exportAdapter(ModelEntry model, Path target, Progress progress) {
    done.add("export the adapter of " + model.id() + " to " + target);
  }

  @Override
  public synchronized ModelEntry importFolder(Path folder, String name, Progress progress) {
    throw SampleDocuments.problem("refused", name).exception();
  }

  @Override
  public synchronized ModelEntry connect(RemoteAddress address, Progress progress) {
    var entry =
        new ModelEntry(
            address.model(),
            address.model(),
            FOLDER.resolve(address.model()),
            ModelEntry.Kind.REMOTE,
            Instant.parse("2026-11-21T09:20:00Z"),
            null,
            320);
    models.add(entry);
    done.add("connect " + address.baseUrl() + " " + address.model());
    return entry;
  }

  @Override
  public synchronized void remove(ModelEntry model) {
    models.remove(model);
    done.add("remove " + model.id());
  }
}
