package dev.retune.model;

import dev.retune.encoder.ModelFolder;
import dev.retune.encoder.ModelFolderWriter;
import dev.retune.file.Reason;
import dev.retune.model.ModelEntry.Kind;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import dev.retune.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Unpacks base models where they are first needed.
final class BaseModelStore {
  private static final Logger LOG = LoggerFactory.getLogger(BaseModelStore.class);

  private final Path models;
  private final Clock clock;

  BaseModelStore(Path models, Clock clock) {
    this.models = models;
    this.clock = clock;
  }

  /// The model's folder, unpacked and checked now unless it stands there unchanged.
  ModelEntry ensure(BaseModel base, Progress progress) {
    var folder = models.resolve(base.id());
    if (!intact(base, folder)) {
      progress.begin(Text.of(BaseModelStore.class, "unpacking", base.id()), 2);
      try (var _ = FolderLock.take(models.resolve("." + base.id() + ".lock"), progress)) {
        // Whoever held the lock before may have done the work.
        if (!intact(base, folder)) {
          unpack(base, folder, progress);
        }
      }
    }
    return ModelRecord.read(folder).entry(base.id(), folder);
  }

  private boolean intact(BaseModel base, Path folder) {
    if (!ModelRecord.exists(folder)) {
      return false;
    }
    try {
      var noted = ModelRecord.read(folder);
      var fingerprint =
          noted.weightsUnchanged(folder)
              ? noted.fingerprint()
              : ModelFolder.read(folder).fingerprint();
      return fingerprint.equals(base.fingerprint());
    } catch (IOException | RuntimeException e) {
      LOG.warn("The base model {} is damaged and will be unpacked again", base.id(), e);
      return false;
    }
  }

  private void unpack(BaseModel base, Path folder, Progress progress) {
    var fresh = models.resolve("." + UUID.randomUUID() + ".part");
    try {
      var parts = OnnxConversion.convert(base.source(), base.pooling(), base.prompts());
      progress.advance(1);
      progress.checkCancelled();
      ModelFolderWriter.write(fresh, parts, base.card());
      var made = ModelRecord.of(fresh, base.id(), Kind.BASE, clock.instant(), null);
      if (!made.fingerprint().equals(base.fingerprint())) {
        throw Problem.of(BaseModelStore.class, "checksum", base.id(), made.fingerprint())
            .exception();
      }
      made.write(fresh);
      if (Files.exists(folder)) {
        FolderFiles.delete(folder);
      }
      Files.move(fresh, folder);
      progress.advance(1);
    } catch (IOException e) {
      throw Problem.of(BaseModelStore.class, "add", base.id(), Reason.of(e)).exception(e);
    } finally {
      FolderFiles.deleteQuietly(fresh);
    }
  }
}
