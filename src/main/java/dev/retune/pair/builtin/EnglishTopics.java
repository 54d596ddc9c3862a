package dev.retune.pair.builtin;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// The last resort in English: asks what is said about a phrase that tells the passage from others,
/// with the heading where there is one.
final class EnglishTopics {
  private static final String END =
      "(?=[,.;:)”\"’]|"
          + " (?:of|for|in|on|with|from|under|to|by|at|between|into|during|after|before|against|within|through|over|not|but|who|where|without|among|and|or|that|which|is|are|was|were|will|would|may|can|could|must|shall|should|has|have|had|as|when|if|because|than|does|do|did)\\b|$)";
  private static final Pattern OF =
      Pattern.compile("^ of (?:the |an? )?(?:[\\p{L}\\-]+ )?[\\p{L}\\-]{3,}" + END);
  private static final Pattern PHRASE =
      Pattern.compile(
          "(?<=(?:^|["
              + " (\"“‘]))(the|an?|our|its|their|any|such|this|these|those|of|for|in|on|with|from|under|regarding|about|certain)"
              + " ((?:[\\p{L}\\d][\\p{L}\\d\\-’']* ){1,3}[\\p{L}][\\p{L}\\-]{2,})"
              + END);
  private static final Pattern NO_NOUN =
      Pattern.compile(".*(?:ly|ed|ing|ive|ous|able|ible|ful|less|al|ic|ent|ant|ary|’s|'s)");
  private static final Pattern NOUN =
      Pattern.compile(
          ".*(?:ment|approval|proposal|material|capital|signal|manual|agent|accident|incident|event|patent|consultant|logic|topic|traffic|public|plaintiff|individual|rental|appraisal|removal|renewal|disposal|trial|credential|dividend|metal|animal|hospital|percent|student|president|client|content|component|continent|plant|executive|alternative|incentive|directive|objective|building|pricing|training|offering|financing|marketing|accounting|setting|funding|rulemaking|wording|housing|bearing|hearing|meeting|filing|feed|speed|seed|variable|table|vehicle|cable)");
  private static final Set<String> STOP =
      WordSet.of(
          "the a an of for in on with from under to by at and or that which is are was were will"
              + " would may can could must shall should has have had as when if because than be"
              + " been being not no our its their his her your my any such this these those it they"
              + " we you i he she all each other others certain some more most many several same"
              + " following above below both either first second third one two three us also so"
              + " only what who how there here into within between among during after before about"
              + " over up out off do does did own new future respective applicable various specific"
              + " particular general entire addition result case time year years months days part"
              + " use course date period effect example order connection regard respect event"
              + " extent order behalf accordance terms lieu then whether through using based upon"
              + " without per against further less until while however including thereof herein"
              + " hereby like december january march june september");

  /// Words that only count or measure what another word names.
  private static final Pattern EMPTY =
      Pattern.compile(
          "(?i)(?:volumes?|basis|lists?|returns?|numbers?|amounts?|levels?|manners?|ways?|averages?|variety|portions?|majority|range|degrees?|extents?|sets?|types?|kinds?|lack|ability|inability|parts?|things?|otherwise|indicate|facts?|purposes?|factors?|matters?|items?|issues?|circumstances|situations?|instances?|cases?|periods?|forms?|steps?|methods?|information|date|dates|paragraphs?|sections?|figures?|future|past|possibility|likelihood|potential|need|needs|impact|impacts|interested|large|small|great|significant|substantial|material|additional|increased|increasing|growing|meaningful|similar|non-exhaustive|already|seems|lapses|shown|hereto|said|relevant|parties|prior|faster|slower|better|higher|lower|last|near|term|terms|entire|sole|mere)");

  private static final Pattern ENGLISH =
      Pattern.compile("\\b(?:the|of|to|and|for|is|are|that|by|with|was|were|has|have)\\b");

  /// What stands without an article.
  private static final Pattern UNCOUNTED =
      Pattern.compile(
          ".*(?:[^s]s|tion|equipment|management|employment|development|ity|ance|ence|ness|ship|ing|ism|income|revenue|cash|software|hardware|equipment|growth|research|data|work|care|water|health|law|debt|interest|credit|injury|damage|use|control)");

  private static final double RARE = .4;

  /// Words that are nouns although verbs are written the same.
  private static final Set<String> ALSO_NOUNS =
      WordSet.of(
          "access account accounts adjustment aim alert amount attack balance balances benefit"
              + " benefits bolt boost brake brakes breach break build burn call calls cause causes"
              + " change changes charge charges check checks claim claims clamp click collapse"
              + " concern concerns conduct contract contracts control controls cost costs cover"
              + " crack cracks crash credit cure damage damages deal deals decline declines"
              + " decrease delay delays demand demands deposit design designs discharge display"
              + " displays drain drains drive drives drop end estimate estimates exchange exchanges"
              + " exercise experience face faces fall feed fill filter filters fit flash flood"
              + " floods flow flows focus force forces form fund funds gain gains grant grants"
              + " grease guarantee guarantees guide guides heat help hold impact increase increases"
              + " interest issue issues jam join kick knock lack lead leak leaks lease leases"
              + " license licenses lift limit limits link links list load loads lock locks mark"
              + " marks match measure measures melt model models move moves need needs offer offers"
              + " oil order orders own paint partner partners pay place places plan plans play"
              + " plant point points position post posts pour power press pressure process"
              + " processes produce project projects promise pull pump pumps purchase purchases"
              + " push range ranges rate rates reach record records refund refunds release releases"
              + " repair repairs report reports request requests rest result results return returns"
              + " review reviews rise risk risks run runs rust sale sales scale screw screws seal"
              + " seals share shares shift shifts show sign signal signals signs sound spill spin"
              + " split stall start starts state states stay stick stock stocks stop stops store"
              + " stores strain stretch strike strikes supply support surge surround switch"
              + " switches target targets test tests tie tilt touch trade trades train trains"
              + " transfer transfers transport trap treat trigger trip trips tune turn turns twist"
              + " update updates upgrade upgrades use uses value values vent vents view views wait"
              + " walk wash wear work works account guide advance audit debt credit award awards"
              + " cut cuts bend building");

  private static final Pattern TITLE = Pattern.compile("\\p{Lu}[\\p{L}\\d ,&’'\\-]{5,60}");
  private static final int FEWEST_WORDS = 7;

  private EnglishTopics() {}

  /// @param heading what the passage stands under, or empty
  static void apply(
      List<Sentence> sentences, String heading, Corpus corpus, Consumer<Draft> found) {
    var often = new HashMap<String, Integer>();
    sentences.forEach(sentence ->
        Corpus.terms(sentence.text()).forEach(term -> often.merge(term, 1, Integer::sum)));
    for (var sentence : sentences) {
      if (!prose(sentence) || corpus.repeated(sentence.text())) {
        continue;
      }
      var matcher = PHRASE.matcher(sentence.text());
      for (int at = 0; matcher.find(at); at = matcher.start(2)) {
        var phrase = matcher.group(2);
        // "Americans with Disabilities Act": a part of a name.
        boolean part =
            Character.isUpperCase(phrase.charAt(0))
                && matcher.group(1).matches("of|for|in|on|with|from|under|about");
        var rest = sentence.text().substring(matcher.end(2));
        var of = OF.matcher(rest);
        var more = of.find() && of.group().split(" ").length <= 5 ? of.group() : "";
        boolean bare =
            determiner(matcher.group(1)).isEmpty() && !UNCOUNTED.matcher(phrase).matches();
        if (fits(phrase) && !part && !bare) {
          var told = determiner(matcher.group(1)) + phrase + whole(more);
          double rare =
              Corpus.terms(phrase).stream().mapToDouble(corpus::rarity).average().orElse(0);
          boolean again =
              Corpus.terms(phrase).stream().anyMatch(term -> often.getOrDefault(term, 1) > 1);
          double worth = rare * (again ? 1 : .85) * (told.matches("an? .*") ? .7 : 1);
          if (rare >= RARE) {
            found.accept(new Draft(question(told, phrase, heading), sentence.raw(), worth));
          }
        }
      }
    }
  }

  private static String question(String told, String phrase, String heading) {
    boolean title =
        TITLE.matcher(heading).matches()
            && heading.split(" ").length <= 8
            && !heading.equals(heading.toUpperCase(Locale.ROOT))
            && !heading.toLowerCase(Locale.ROOT).contains(phrase.toLowerCase(Locale.ROOT));
    return title
        ? "What does the section on " + Nouns.voice(heading) + " say about " + told + "?"
        : Wording.pick(phrase, "What is said about %s?", "What does the text say about %s?")
            .formatted(told);
  }

  /// A full sentence in small letters, and no table row, title or address.
  static boolean prose(Sentence sentence) {
    var words = sentence.text().split(" ");
    long small = 0;
    for (var word : words) {
      small += word.matches("[(\"“‘]?\\p{Ll}[\\p{Ll}\\-’']*[,.;:)”\"]*") ? 1 : 0;
    }
    return sentence.text().matches("(?s)[\\p{Lu}\"“‘(].*[.;:]")
        && words.length >= FEWEST_WORDS
        && small * 10 >= words.length * 6L
        && ENGLISH.matcher(sentence.text()).results().map(match -> match.group()).distinct().count()
            >= 2;
  }

  private static boolean fits(String phrase) {
    var words = phrase.split(" ");
    for (var word : words) {
      if (STOP.contains(word.toLowerCase(Locale.ROOT))
          || EMPTY.matcher(word).matches()
          || word.matches("\\d.*")) {
        return false;
      }
    }
    var last = words[words.length - 1];
    var first = words[0];
    for (int i = 1; i < words.length; i++) {
      // "equity awards declines", "class actions alleging violations"
      boolean many = words[i - 1].matches(".*[^s]s");
      if (many && words[i].matches("\\p{Ll}+(?:s|ing|ed)")) {
        return false;
      }
    }
    boolean noun = NOUN.matcher(last).matches() || !NO_NOUN.matcher(last).matches();
    boolean verb =
        (Verbs.find(last).isPresent() && !ALSO_NOUNS.contains(last))
            || first.matches("\\p{Ll}+(?:ly|ing)")
            || java.util.Arrays.stream(words)
                .skip(1)
                .limit(words.length - 2L)
                .anyMatch(word ->
                    Verbs.find(word).filter(f -> f.form() != Verbs.Form.BASE).isPresent()
                        || word.matches("\\p{Ll}+ly"));
    return noun && !verb;
  }

  /// What belongs to the phrase with "of", unless it is no plain thing.
  private static String whole(String of) {
    var words = of.strip().split(" ");
    for (int i = 1; i < words.length; i++) {
      if ((STOP.contains(words[i]) && !words[i].matches("the|an?"))
          || words[i].matches("\\p{Ll}+(?:ly|ing|ed)")) {
        return "";
      }
    }
    return NO_NOUN.matcher(of).matches() && !NOUN.matcher(of).matches() ? "" : of;
  }

  private static String determiner(String before) {
    return switch (before.toLowerCase(Locale.ROOT)) {
      case "the", "its", "their", "such", "this", "these", "those" -> "the ";
      case "a" -> "a ";
      case "an" -> "an ";
      case "any" -> "";
      case "our" -> "the company's ";
      default -> "";
    };
  }
}
