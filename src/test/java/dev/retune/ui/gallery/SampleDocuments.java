package dev.retune.ui.gallery;

import dev.retune.document.Chunk;
import dev.retune.document.Document;
import dev.retune.document.DocumentImporter;
import dev.retune.document.EarlierVersion;
import dev.retune.document.ImportOutcome;
import dev.retune.document.ImportQueue;
import dev.retune.document.Outcome;
import dev.retune.document.PagePicture;
import dev.retune.document.PageRange;
import dev.retune.document.PdfLocator;
import dev.retune.document.VersionChanges;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import dev.retune.text.Text;
import dev.retune.ui.documents.ChunkingPort;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;

/// A project's documents held in memory.
public final class SampleDocuments extends QuietDocuments {
  private static final List<String> TEXTS =
      List.of(
          "Before fitting the gland nut, clean the thread and check the seal ring for cuts. Tighten"
              + " the M8 gland nut to 14 N·m in two steps, the second not before the sealant has"
              + " set for ten minutes. A nut that was tightened once is not used again.",
          "The QX filter is changed every 400 operating hours or twice a year, whichever comes"
              + " first. Shut the inlet valve, let the pressure fall below 0.5 bar and open the"
              + " drain before the housing is unscrewed.",
          "若压力在 30 秒内未降至 0.5 bar 以下，请检查泄压阀 V3 是否卡滞，必要时更换阀芯组件。",
          "Table 4 lists the permissible leakage by speed. Above 2 900 rpm the values hold for"
              + " water up to 60 °C only; for glycol mixtures reduce them by a quarter. Readings"
              + " are taken after the pump has run for an hour and again on the next day, because"
              + " the packing settles. If the second reading lies above the first, the packing was"
              + " tightened too fast.");

  private final List<Document> documents = new ArrayList<>();
  private final List<Document> removed = new ArrayList<>();

  public static SampleDocuments empty() {
    return new SampleDocuments();
  }

  public static SampleDocuments full() {
    var sample = new SampleDocuments();
    sample.add("TM-12 Feed pump, operation.pdf", 96, 148, Outcome.READ);
    sample.add("TM-12 Feed pump, maintenance and spare parts (rev. D).pdf", 211, 187, Outcome.READ);
    sample.add("QX filter series.pdf", 38, 77, Outcome.READ_WITH_WARNINGS);
    sample.add("密封件安装手册.pdf", 25, 41, Outcome.READ);
    sample.add("Service log 1998 (scan).pdf", 12, 0, Outcome.NEEDS_OCR);
    sample.add("old/backup-3.pdf", 0, 0, Outcome.REFUSED);
    return sample;
  }

  public static SampleDocuments many(int count) {
    var sample = new SampleDocuments();
    for (int i = 1; i <= count; i++) {
      sample.add("Manual " + i + ".pdf", i % 90 + 1, i % 200 + 1, Outcome.READ);
    }
    return sample;
  }

  private Document add(String name, int pages, int chunks, Outcome outcome) {
    var warnings =
        switch (outcome) {
          case READ -> List.<Problem>of();
          case READ_WITH_WARNINGS -> List.of(problem("warned", "17"));
          case NEEDS_OCR -> List.of(problem("scan", name));
          case REFUSED -> List.of(problem("refused", name));
        };
    var document =
        new Document(
            UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
            name,
            "0".repeat(64),
            "application/pdf",
            pages,
            chunks,
            1_240_000L + 37_000L * pages,
            outcome,
            warnings,
            Instant.parse("2026-11-19T09:00:00Z").plusSeconds(documents.size()));
    documents.add(document);
    return document;
  }

  static Problem problem(String key, Object... args) {
    return Problem.of(SampleDocuments.class, key, args);
  }

  @Override
  public List<Document> documents() {
    return List.copyOf(documents);
  }

  @Override
  public List<Chunk> passages(UUID document) {
    var owner = documents.stream().filter(d -> d.id().equals(document)).findFirst().orElseThrow();
    var chunks = new ArrayList<Chunk>();
    for (int i = 0; i < owner.chunks(); i++) {
      var page = 1 + i * Math.max(1, owner.pages()) / Math.max(1, owner.chunks());
      var text = TEXTS.get(i % TEXTS.size());
      chunks.add(
          new Chunk(
              new UUID(document.getMostSignificantBits(), i),
              document,
              i,
              text,
              i % 3 == 0 ? List.of("Seals", "Fitting", "Gland packing") : List.of("Service plan"),
              90 + (i * 73) % 166,
              new PdfLocator(List.of(new PageRange(page, 0, text.length(), List.of())))));
    }
    return chunks;
  }

  @Override
  public void importQueue(ImportQueue queue, Progress progress) {
    for (var next = queue.next(); next.isPresent(); next = queue.next()) {
      var id = next.get().id();
      if (String.valueOf(next.get().file()).contains("endless")) {
        queue.stage(id, Text.of(DocumentImporter.class, "recognising", ""), 84);
        queue.advance(id, 31);
        awaitCancelled(progress);
      }
      queue.ended(id, importOne(next.get().file()));
    }
  }

  private static void awaitCancelled(Progress progress) {
    while (!progress.cancelled()) {
      LockSupport.parkNanos(1_000_000);
    }
    throw new CancellationException();
  }

  private ImportOutcome importOne(Path file) {
    var name = String.valueOf(file.getFileName());
    if (name.contains("refused")) {
      return new ImportOutcome(
          file,
          ImportOutcome.Kind.REFUSED,
          add(name, 0, 0, Outcome.REFUSED),
          problem("refused", name),
          List.of(),
          0,
          0);
    }
    if (documents.stream().anyMatch(document -> document.name().equals(name))) {
      return new ImportOutcome(
          file, ImportOutcome.Kind.UNCHANGED, documents.getFirst(), null, List.of(), 1, 1);
    }
    var scan = name.contains("scan");
    var document = add(name, 24, scan ? 0 : 31, scan ? Outcome.NEEDS_OCR : Outcome.READ);
    return new ImportOutcome(
        file,
        ImportOutcome.Kind.IMPORTED,
        document,
        null,
        document.warnings(),
        24,
        document.chunks(),
        name.contains("revised") ? new EarlierVersion(documents.getFirst(), 1, 1) : null);
  }

  @Override
  public VersionChanges changes(UUID earlier, UUID later) {
    var before = passages(earlier);
    var after = new ArrayList<>(before);
    var first = before.getFirst();
    after.set(
        0,
        new Chunk(
            first.id(),
            later,
            0,
            first.text().replace("14 N·m", "16 N·m"),
            first.headingPath(),
            first.tokens(),
            first.locator()));
    return VersionChanges.of(before.subList(0, 40), after.subList(0, 40));
  }

  @Override
  public void remove(Collection<UUID> ids) {
    documents.stream().filter(document -> ids.contains(document.id())).forEach(removed::add);
    documents.removeAll(removed);
  }

  @Override
  public void restore(Collection<UUID> ids) {
    var back = removed.stream().filter(document -> ids.contains(document.id())).toList();
    removed.removeAll(back);
    documents.addAll(back);
  }

  @Override
  public PagePicture picture(UUID document, int page, int width) {
    throw problem("refused", document).exception();
  }

  @Override
  public ChunkingPort chunking() {
    return new SampleChunking(this);
  }

  @Override
  public int tokenLimit() {
    return 256;
  }
}
