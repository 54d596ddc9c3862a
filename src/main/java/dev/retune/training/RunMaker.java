package dev.retune.training;

import dev.retune.dataset.DatasetFolder;
import dev.retune.encoder.Model;
import dev.retune.encoder.ModelFolder;
import dev.retune.file.Json;
import dev.retune.file.Reason;
import dev.retune.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;

/// Makes a run folder beside its final place and moves it there when it is whole.
record RunMaker(
    Path runsDir,
    String name,
    Model base,
    Function<Path, RunConfiguration.DatasetReference> writeDataset,
    TrainingSettings settings,
    List<AuxiliaryData> auxiliary,
    String programVersion) {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private static final int LONGEST_NAME = 40;

  RunFolder make(Instant now) {
    AuxiliaryData.checkShares(AuxiliaryData.shares(auxiliary));
    var id = id(now);
    var unfinished = runsDir.resolve("." + id + ".part");
    try {
      Files.createDirectories(unfinished.resolve("dataset"));
      Files.createDirectories(unfinished.resolve("control"));
      var configuration =
          new RunConfiguration(
              RunConfiguration.SCHEMA,
              name,
              now,
              programVersion,
              new RunConfiguration.BaseReference(
                  base.name(), base.path().toAbsolutePath().toString(), base.fingerprint()),
              writeDataset.apply(unfinished.resolve("dataset")),
              settings,
              auxiliary.isEmpty() ? null : freeze(unfinished));
      // What a worker would refuse is refused before there is a run.
      if (base instanceof ModelFolder folder) {
        folder.checkNumbers();
      }
      var data = DatasetFolder.read(unfinished.resolve("dataset"));
      RunInputs.of(configuration.dataset().name(), base, data, settings, auxiliary);
      Json.write(unfinished.resolve(RunFolder.CONFIGURATION), configuration);
      var place = runsDir.resolve(id).toAbsolutePath().normalize();
      Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
      return new RunFolder(place, configuration);
    } catch (IOException e) {
      throw Problem.of(RunFolder.class, "run.create", runsDir.toString(), Reason.of(e))
          .exception(e);
    } finally {
      Folders.deleteQuietly(unfinished);
    }
  }

  private List<RunConfiguration.AuxiliaryReference> freeze(Path unfinished) throws IOException {
    var references = new ArrayList<RunConfiguration.AuxiliaryReference>();
    for (var each : auxiliary) {
      var place = "auxiliary/" + (references.size() + 1);
      var folder = Files.createDirectories(unfinished.resolve(place));
      var fingerprint = DatasetFolder.write(folder, each.data(), each.info());
      references.add(
          new RunConfiguration.AuxiliaryReference(
              place, each.info().name(), fingerprint, each.loss(), each.share()));
    }
    return references;
  }

  /// Sorts by time, says what it is, and never clashes: `20261121-104500-first-try-3f9a`. Letters
  /// beyond ASCII are left out: under the locale `C` Java cannot open such paths.
  private String id(Instant now) {
    var words = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    var shortened = words.substring(0, Math.min(words.length(), LONGEST_NAME));
    var suffix = UUID.randomUUID().toString().substring(0, 4);
    return STAMP.format(now) + "-" + (shortened.isEmpty() ? "run" : shortened) + "-" + suffix;
  }
}
