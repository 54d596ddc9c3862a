package dev.retune.pair.builtin;

import java.util.Optional;
import java.util.regex.Pattern;

/// Chinese subjects, made fit to stand in a question.
final class ChineseTerms {
  private static final Pattern NEVER_FIRST =
      Pattern.compile(
          "^(?:的|原本|简单|随后|这|那|该|其|它|他|她|此|本文|上述|以上|以下|下列|因此|所以|但|而|并|且|或|及|和|与|如果|若|当|在|从|由于|因为|为了|根据|按照|通过|经过|对于|关于|随着|然后|随后|首先|其次|最后|同时|另外|此外|每|各|有|没有|不|应|须|必须|可|可以|将|把|被|又|也|还|再|就|都|只|仅|均|则|即|前者|后者|一般|通常|目前|如|例如|注意|警告|提示|说明|主要|我|你|您|大家|人们|有些|有的|某|于|自|到|至|后|前|时|中|其中|之后|之前|期间|同年|当时|今|现|虽|但是|不过|然而|于是|可是|作为|除|除了|尽管|虽然|无论|不论|一旦|直到|包括|以|以及|所|让|使|令|据|下一|上一|图|表|见|第[一二三四五六七八九十\\d]+[章节页条]|假设|全线|全|本|整|任何|所有|一些|部分|全部|连续|当|多|少).*");
  private static final Pattern INSIDE =
      Pattern.compile(".*(?:[，。；：！？、,;:!?]|因此|所以|但是|如果|以及其|在|被|把|将|是|这|那|它|他|她).*");
  private static final Pattern MODAL =
      Pattern.compile(
          "(?:一直|一向|曾经|曾|已经|已|特别|尤其|其实|首次登场|一般|通常|都|均|也|还|则|就|只|仅|主要|应当|应该|应|必须|须|需要|需|可以|可|会|将|的)+$");

  private ChineseTerms() {}

  /// The term if it can stand in a question: short, no pronoun, no conjunction.
  static Optional<String> subject(String text) {
    var term = MODAL.matcher(text.strip().replaceAll("[“”\"「」]", "")).replaceFirst("").strip();
    term = term.replaceAll("[（(][^（）()]*[)）]", "");
    if (term.startsWith("我们")) {
      term = "公司" + term.substring(2);
    }
    boolean torn = term.matches(".*(?:有|后|时|始|由|于|又|或|和|与|及|为)$");
    boolean fits = term.length() >= 2 && term.length() <= 18;
    return fits && !torn && !NEVER_FIRST.matcher(term).matches() && !INSIDE.matcher(term).matches()
        ? Optional.of(term)
        : Optional.empty();
  }
}
