package dev.retune.pair.builtin;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Forms of English verbs that manuals and reports use.
final class Verbs {

  /// How a verb is inflected.
  enum Form {
    BASE,
    THIRD,
    PAST
  }

  /// A form found.
  ///
  /// @param base such as "hold" for "held"
  record Found(String base, Form form) {}

  /// Regular ones, or with irregular past after a slash.
  private static final String LIST =
      """
      believe think anticipate plan view abide abort absorb anchor arm attack bend/bent bite blow/blew boil brake break/broke brush bypass catch/caught chalk climb compete crack crash cure decide deem detach deteriorate diminish dip disturb engage erode flash flood float flush foul freeze/froze glow grease grind/ground hang/hung heat hinder hit/hit hunt idle injure inflate jam jump kick knock lean leave lend migrate miss monopolize narrow obey oil overflow overheat paint perceive persist point polish preserve prevail prime prompt prove raise reinforce rinse rub rust scrape screw seek/sought seize shake/shook shed/shed sink/sank slide/slid slip soak spill spray squeeze steer stick/stuck stir strain stretch strike/struck sweep/swept swell swing/swung tear/tore throw/threw tie tilt touch trap tune twist unlock upgrade violate wake/woke walk wait weaken weld wipe worsen wrap breach damage infringe click squeal hiss rattle vibrate smell sound flicker blink beep classify reclassify accelerate accept access accompany account/accounted achieve acquire act activate add address \
      adjust adopt advise affect agree aim alert align allocate allow alter amend amount announce \
      appear apply appoint approve arise/arose ask assess assign assist assume attach attract \
      authorize avoid await balance bear/bore become/became begin/began belong benefit block bolt \
      boost bring/brought build/built burn buy/bought calculate call cancel carry cause change \
      charge check choose/chose clamp clean clear close collect combine come/came commence \
      communicate compare compensate compete complete compress comprise concern conduct confirm \
      connect consider consist constitute consume contain continue contribute control convert cool \
      coordinate correct cost/cost cover create cut/cut damage deal/dealt declare decline decrease \
      deduct define delay deliver demand depend derive describe design detect determine develop \
      differ direct disable discharge disclose disconnect discover display distribute divide drain \
      draw/drew drive/drove drop dry earn elect eliminate emit employ empty enable encourage end \
      engage enhance ensure enter entitle equal establish estimate evaluate exceed exchange exclude \
      execute exercise exist expand expect expire explain extend face facilitate fail fall/fell \
      feed/fed fill filter find/found finish fit flow focus follow force form fulfil fund gain \
      generate get/got give/gave go/went govern grant grow/grew guarantee guide handle happen hear/heard \
      heat help hold/held identify ignite illustrate impact implement imply impose improve include \
      incorporate increase incur indicate inform inject inspect install insulate integrate intend \
      interrupt introduce invest involve isolate issue join keep/kept know/knew last launch lay/laid \
      lead/led leak lease leave/left lend/lent let/let license lie/lay lift limit link list load locate lock \
      log loosen lose/lost lower lubricate maintain make/made manage manufacture mark match mean/meant \
      measure meet/met melt monitor mount move need notify observe obtain occur offer open operate \
      order originate own partner pass pay/paid perform permit place plan play post pour power \
      precede prefer prepare prescribe press prevent process produce prohibit project promote \
      protect prove provide publish pull pump purchase push qualify raise range reach react read/read \
      realize receive recognize recommend record recover reduce refer reflect refund refuse \
      regulate reject relate release rely remain remove rename render repair repay replace report \
      represent request require resemble reset/reset resolve respond rest restart restore restrict \
      result retain return reveal review rise/rose rotate run/ran save seal secure see/saw select \
      sell/sold send/sent separate serve set/set settle share shift show shut/shut sign signal slow sound \
      specify spend/spent spin/spun split/split stabilize stand/stood start state stay stop store \
      strengthen submit succeed suffer suggest supply support suppress surround suspend switch take/took \
      target tell/told tend terminate test tighten trade train transfer transmit transport treat \
      trigger trip turn undergo/underwent understand/understood update use utilize vary vent vest \
      warn wash wear/wore weigh withdraw/withdrew withstand/withstood work write/wrote yield\
      """;

  private static final Map<String, Found> FORMS = forms();

  private Verbs() {}

  private static Map<String, Found> forms() {
    var forms = new HashMap<String, Found>();
    for (var entry : LIST.strip().split("\\s+")) {
      int slash = entry.indexOf('/');
      var base = slash < 0 ? entry : entry.substring(0, slash);
      var past = slash < 0 ? past(base) : entry.substring(slash + 1);
      forms.putIfAbsent(third(base), new Found(base, Form.THIRD));
      forms.putIfAbsent(past, new Found(base, Form.PAST));
    }
    for (var entry : LIST.strip().split("\\s+")) {
      var base = entry.replaceAll("/.*", "");
      forms.put(base, new Found(base, Form.BASE));
    }
    return Map.copyOf(forms);
  }

  /// The verb that a word may be; a word that is also a noun may be one all the same.
  static Optional<Found> find(String word) {
    return Optional.ofNullable(FORMS.get(word));
  }

  /// The form that goes with "the company" instead of "we"; empty if the verb is not known.
  static Optional<String> agreed(String verb) {
    return switch (verb) {
      case "are" -> Optional.of("is");
      case "were" -> Optional.of("was");
      case "have" -> Optional.of("has");
      case "do" -> Optional.of("does");
      case "may",
          "can",
          "cannot",
          "could",
          "will",
          "would",
          "must",
          "should",
          "shall",
          "might",
          "had",
          "did" ->
          Optional.of(verb);
      default -> find(verb).map(found -> found.form() == Form.BASE ? third(found.base()) : verb);
    };
  }

  static boolean isBase(String word) {
    return find(word).filter(found -> found.form() == Form.BASE).isPresent();
  }

  /// The base of a form in -ing, if it is known.
  static Optional<String> ofGerund(String word) {
    if (!word.endsWith("ing") || word.length() < 6) {
      return Optional.empty();
    }
    var stem = word.substring(0, word.length() - 3);
    int last = stem.length() - 1;
    var single = stem.charAt(last) == stem.charAt(last - 1) ? stem.substring(0, last) : stem;
    for (var base : new String[] {stem + "e", stem, single}) {
      if (isBase(base)) {
        return Optional.of(base);
      }
    }
    return Optional.empty();
  }

  private static String third(String base) {
    if (base.matches(".*(s|sh|ch|x|z|o)")) {
      return base + "es";
    }
    return base.matches(".*[^aeiou]y") ? base.substring(0, base.length() - 1) + "ies" : base + "s";
  }

  private static String past(String base) {
    if (base.endsWith("e")) {
      return base + "d";
    }
    if (base.matches(".*[^aeiou]y")) {
      return base.substring(0, base.length() - 1) + "ied";
    }
    return base.matches("(?:[^aeiou]*[aeiou][^aeiouwxy]|.*(?:mit|fer|cur|trol|pel))")
        ? base + base.charAt(base.length() - 1) + "ed"
        : base + "ed";
  }
}
