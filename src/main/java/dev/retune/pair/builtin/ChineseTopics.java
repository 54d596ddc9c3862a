package dev.retune.pair.builtin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// The last resort in Chinese: asks what is said about a phrase that tells the passage from others.
final class ChineseTopics {
  private static final Pattern TOPIC =
      Pattern.compile(
          "^(《[^》]{2,16}》|[^，。；：（(「《“]{2,14}?)(?:（|\\(|是|为|，(?:又名|原名|又称|简称|俗称|是|为)|位于|又名|又称)");
  private static final Pattern NAMED =
      Pattern.compile("《([^》]{2,16})》|“([^”]{3,10})”|「([^」]{3,10})」|『([^』]{3,10})』");
  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?:^|[，。；])([\\p{IsHan}·]{3,9}?)(?=是|为|有|在|由|被|将|可|会|能|与|和|于|的|也|还|都|均|则|已|曾|须|必须|应|不|包括|采用|需要|成为|开始|进行|出现|发生|属于|具有|获得|表示|认为)");
  private static final Pattern NO_PHRASE =
      Pattern.compile(
          "^(?:[看查换拆装清停按用先一二三四五六七八九十几每各某本该其此这那他她它的了在从由与和或而但且则若如因为对向把被将使让于以及并也还都就才又再更最很太不没未无可能会应须前后上下中内外左右]|我|你|另|虽|随|自|当|至|大部|主要|同时|目前|现在|当时|后来|之后|之前|其他|其它|许多|很多|大量|有些|部分|全部|所有|直到|通过|根据|按照|随着|除了|作为|经过|关于|尤其|特别|由于|大约|只|仅|多数|少数|总|整个|以).*|.*(?:的|了|着|地|过|在|于|与|和|或|及|并|而|但|因|为|以|是|有|被|把|将|也|都|就|又|再|不|没|时|后|前|中|上|下|内|外|里|间|等|们|个|种|次|年|月|日|方面|时候|部分|原因|情况|问题|方式|结果|可|能|会|要|来|去|到|给|对|向|从|由|其|之|所|开|主|包|进|成|使|只|常|多|大|最|较|很|更|已|曾|才|便|仍|则|当|得|小|大|高|低|亮|响|断|热|冷)$|.*[了着们在于被把是以其之为有就后].*");
  private static final double RARE = .45;

  private ChineseTopics() {}

  /// What the passage's first sentence is about; empty if that is not plain.
  static String of(List<Sentence> sentences) {
    if (sentences.isEmpty()) {
      return "";
    }
    var match = TOPIC.matcher(sentences.getFirst().text());
    if (!match.find()) {
      return "";
    }
    return match.group(1).startsWith("《")
        ? match.group(1)
        : ChineseTerms.subject(match.group(1))
            .filter(term -> !NO_PHRASE.matcher(term).matches())
            .orElse("");
  }

  /// @param heading what the passage stands under, or empty
  static void apply(
      List<Sentence> sentences, String heading, Corpus corpus, Consumer<Draft> found) {
    var topic = of(sentences);
    var whole = String.join("\n", sentences.stream().map(Sentence::text).toList());
    for (var sentence : sentences) {
      var text = sentence.text();
      if (!text.matches(".*[。！；]") || text.length() < 12 || corpus.repeated(text)) {
        continue;
      }
      candidates(text, whole)
          .forEach((phrase, worth) -> {
            double rare =
                Corpus.terms(phrase).stream().mapToDouble(corpus::rarity).average().orElse(0);
            if (rare >= RARE) {
              found.accept(
                  new Draft(question(phrase, topic, heading), sentence.raw(), worth * rare));
            }
          });
    }
    if (!topic.isEmpty() && topic.length() > 2) {
      found.accept(new Draft("文中是怎样介绍" + topic + "的？", sentences.getFirst().raw(), .7));
    }
  }

  private static Map<String, Double> candidates(String text, String whole) {
    var found = new HashMap<String, Double>();
    NAMED
        .matcher(text)
        .results()
        .map(match -> match.group())
        .forEach(phrase -> found.put(phrase, .9));
    SUBJECT
        .matcher(text.replaceAll("[（(][^（）()]*[)）]", ""))
        .results()
        .map(match -> match.group(1))
        .filter(phrase -> !NO_PHRASE.matcher(phrase).matches())
        .filter(phrase -> ChineseTerms.subject(phrase).isPresent())
        .forEach(phrase ->
            found.put(phrase, whole.indexOf(phrase) == whole.lastIndexOf(phrase) ? .5 : .8));
    return found;
  }

  private static String question(String phrase, String topic, String heading) {
    if (heading.length() >= 2 && heading.length() <= 14 && !heading.contains(phrase)) {
      return "“" + heading + "”一节对" + phrase + "是怎么说的？";
    }
    return topic.isEmpty() || phrase.contains(topic) || topic.contains(phrase)
        ? Wording.pick(phrase, "文中对%s是怎么说的？", "关于%s，文中说了些什么？").formatted(phrase)
        : "关于" + topic + "，文中对" + phrase + "是怎么说的？";
  }
}
