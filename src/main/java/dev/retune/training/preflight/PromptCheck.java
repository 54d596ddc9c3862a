package dev.retune.training.preflight;

import dev.retune.dataset.TrainingData;
import dev.retune.encoder.InputType;
import dev.retune.encoder.Model;
import dev.retune.encoder.Prompts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Prompts that the model expects and does not get, or that the texts bring along themselves.
final class PromptCheck {
  private static final int SHORTEST = 3;

  private PromptCheck() {}

  /// @param used what is put before the texts
  static List<Finding> of(Model model, Prompts used, TrainingData data) {
    var findings = new ArrayList<Finding>();
    var expected = expected(model);
    for (var side : InputType.values()) {
      var texts = side == InputType.QUERY ? data.queries().values() : data.corpus().values();
      var prompt = used.of(side).isBlank() ? expected.of(side) : used.of(side);
      var begin = prompt.strip().toLowerCase(Locale.ROOT);
      var bearing =
          begin.length() < SHORTEST
              ? List.<String>of()
              : texts.stream()
                  .filter(text -> text.strip().toLowerCase(Locale.ROOT).startsWith(begin))
                  .toList();
      if (!used.of(side).isBlank() && !bearing.isEmpty()) {
        findings.add(new Finding.PromptDoubled(side, bearing.size(), prompt, bearing.getFirst()));
      }
      // Texts that bring the prompt along need none before them.
      if (used.of(side).isBlank()
          && !expected.of(side).isBlank()
          && bearing.size() < texts.size()) {
        findings.add(new Finding.PromptMissing(side, expected.of(side)));
      }
    }
    return findings;
  }

  /// What the model's folder asks for; where it is silent, what its family is known to need.
  private static Prompts expected(Model model) {
    if (!model.prompts().equals(Prompts.NONE)) {
      return model.prompts();
    }
    var name = model.name().toLowerCase(Locale.ROOT);
    if (name.matches("(.*[^a-z])?e5-(small|base|large).*")) {
      return new Prompts("query: ", "passage: ");
    }
    if (name.contains("nomic-embed-text")) {
      return new Prompts("search_query: ", "search_document: ");
    }
    if (name.matches("(.*[^a-z])?bge-(small|base|large)-zh.*")) {
      return new Prompts("为这个句子生成表示以用于检索相关文章：", "");
    }
    return name.matches("(.*[^a-z])?(bge-(small|base|large)-en|snowflake-arctic-embed-[a-z]+).*")
        ? new Prompts("Represent this sentence for searching relevant passages: ", "")
        : Prompts.NONE;
  }
}
