package dev.retune.ui.pairs;

import dev.retune.dataset.Split;
import dev.retune.pair.Origin;
import dev.retune.pair.PairRow;
import dev.retune.pair.ReviewStatus;
import dev.retune.text.Problem;
import dev.retune.text.Text;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Pairs as a workshop would have them.
///
/// @param document name of the file
record SampleTexts(String document, List<Sample> samples) {

  record Sample(String question, List<String> headings, String passage, @Nullable String answer) {}

  static final SampleTexts ENGLISH =
      new SampleTexts(
          "TM-12 Gland and seal manual.pdf",
          List.of(
              new Sample(
                  "What torque does the M8 gland nut take?",
                  List.of("Seals", "Fitting"),
                  "The gland follower is seated by hand until it meets the packing. Tighten the M8"
                      + " gland nuts in turn, a quarter of a turn at a time, to 14 N m. Do not"
                      + " exceed this value: the lantern ring is brittle and cracks before the"
                      + " packing yields. Run the pump for ten minutes at no load and check the"
                      + " leakage.",
                  "Tighten the M8 gland nuts in turn, a quarter of a turn at a time, to 14 N m."),
              new Sample(
                  "How often is the QX filter changed?",
                  List.of("Service plan"),
                  "The service plan counts running hours, not days. QX filters are changed every"
                      + " 500 hours and always after a bearing has failed. The KL strainer is"
                      + " rinsed at the same time; it is replaced only when the mesh is torn.",
                  "QX filters are changed every 500 hours and always after a bearing has failed."),
              new Sample(
                  "Which oil goes into the thrust bearing housing in winter?",
                  List.of("Lubrication", "Oils and greases"),
                  "Below 5 °C the thrust bearing housing is filled with HV-32; above it with HV-46."
                      + " The two must not be mixed. Drain the housing warm and flush it once with"
                      + " the oil that follows.",
                  null),
              new Sample(
                  "Why does the pump hum without turning?",
                  List.of("Faults", "Starting"),
                  "A pump that hums without turning has lost one phase or is seized. Switch it off"
                      + " at once. Turn the shaft by hand at the coupling; if it moves freely,"
                      + " measure the three phases at the terminals.",
                  null),
              new Sample(
                  "Seal chamber?",
                  List.of("Seals", "Parts"),
                  "The seal chamber lies between the back plate and the bearing bracket. Its drain"
                      + " must stay open: water that stands in it finds its way into the bearings.",
                  null)));

  static final SampleTexts CHINESE =
      new SampleTexts(
          "TM-12 密封手册.pdf",
          List.of(
              new Sample(
                  "M8 压盖螺母的拧紧力矩是多少？",
                  List.of("密封", "安装"),
                  "先用手将压盖推至与填料接触。依次拧紧 M8 压盖螺母，每次四分之一圈，直至 14"
                      + " N·m。不得超过此值：液封环较脆，会先于填料开裂。空载运行十分钟后检查泄漏量。",
                  "依次拧紧 M8 压盖螺母，每次四分之一圈，直至 14 N·m。"),
              new Sample(
                  "QX 滤芯多久更换一次？",
                  List.of("保养计划"),
                  "保养计划按运行小时计算，而不是按天。QX 滤芯每 500 小时更换一次，轴承损坏后也必须更换。KL 滤网同时冲洗，仅在网面破损时更换。",
                  null),
              new Sample(
                  "冬季推力轴承箱应加哪种油？",
                  List.of("润滑", "油脂"),
                  "低于 5 °C 时推力轴承箱加注 HV-32，高于 5 °C 时加注 HV-46，两者不得混用。趁热放油，并用后续油品冲洗一次。",
                  null)));

  /// Why a provider may have written nothing.
  static Problem refused() {
    return new Problem(
        "sample.refused",
        Text.of(PairsScreen.class, "filter.words", "HTTP 429: too many requests, five times"),
        Text.of(PairsScreen.class, "retry"));
  }

  PairRow row(int index) {
    var sample = samples.get(index % samples.size());
    var round = index / samples.size();
    var question =
        round == 0
            ? sample.question()
            : sample.question().replaceAll("([?？])$", " (" + round + ")$1");
    var status =
        index % 6 == 5
            ? ReviewStatus.REJECTED
            : index % 3 == 0 ? ReviewStatus.ACCEPTED : ReviewStatus.TO_REVIEW;
    var origins = new Origin[] {Origin.BUILT_IN, Origin.BUILT_IN, Origin.LLM, Origin.PERSON};
    var base =
        pair(
            id(document + index),
            question,
            sample.passage(),
            sample.headings(),
            document,
            12 + index * 3 % 40,
            origins[index % origins.length],
            sample.answer());
    var graded = PairChange.withRelevance(base, index % 4 == 1 ? 2 : 3);
    var decided = PairChange.withStatus(graded, status);
    return status == ReviewStatus.ACCEPTED ? withSplit(decided, SamplePairs.split(index)) : decided;
  }

  static PairRow pair(
      UUID id,
      String question,
      String passage,
      List<String> headings,
      String document,
      int page,
      Origin origin,
      @Nullable String answer) {
    return new PairRow(
        id,
        id("query" + id),
        id("chunk" + id),
        question,
        passage,
        headings,
        id(document),
        document,
        page,
        3,
        ReviewStatus.TO_REVIEW,
        null,
        origin,
        answer);
  }

  static PairRow withSplit(PairRow row, @Nullable Split split) {
    return new PairRow(
        row.id(),
        row.queryId(),
        row.chunkId(),
        row.question(),
        row.passage(),
        row.headingPath(),
        row.documentId(),
        row.documentName(),
        row.firstPage(),
        row.relevance(),
        row.status(),
        split,
        row.origin(),
        row.answer());
  }

  private static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
