package dev.retune.pair.builtin;

import java.util.ArrayList;
import java.util.List;

/// Questions about Chinese prose that none of the rules for manuals and reports fits.
final class ChineseProse {
  private ChineseProse() {}

  /// Questions for what the sentences state.
  static List<Draft> statements(List<Section> sections, Corpus corpus) {
    var drafts = new ArrayList<Draft>();
    for (var section : sections) {
      var topic = ChineseTopics.of(section.sentences());
      boolean first = true;
      for (var sentence : section.sentences()) {
        if (sentence.text().matches(".*[。！；]") && !corpus.repeated(sentence.text())) {
          ChineseStatements.apply(sentence, topic, first, drafts::add);
        }
        first = false;
      }
    }
    return drafts;
  }

  /// Questions for what the passage is about.
  static List<Draft> topics(List<Section> sections, Corpus corpus) {
    var drafts = new ArrayList<Draft>();
    for (var section : sections) {
      ChineseTopics.apply(section.sentences(), section.heading(), corpus, drafts::add);
    }
    return drafts;
  }
}
