package dev.retune.pair.builtin;

import java.util.regex.Pattern;

/// What stands before the main clause of an English sentence: "However," or "In May 2021,".
///
/// @param when a point in time such as "in May 2021"; empty if none is named
/// @param main the sentence without its opening, with a capital and without a full stop
record EnglishOpening(String when, String main) {
  private static final Pattern LINK =
      Pattern.compile(
          "^(?:In addition|Additionally|However|Further|Furthermore|Moreover|Also|For example|For"
              + " instance|Accordingly|As a"
              + " result|Therefore|Thus|Consequently|Similarly|Finally|Generally|Historically|In"
              + " particular|In"
              + " general|Specifically|Currently|Nevertheless|Nonetheless|Likewise|Conversely|In"
              + " contrast|Meanwhile|Overall|Typically|To date|In some cases|In certain"
              + " cases|First|Second|Third|Indeed|Notably|Subsequently|In fact|In"
              + " turn|And|But|Or),? (?=\\p{L})");
  private static final String MONTH =
      "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
  private static final Pattern DATE =
      Pattern.compile(
          "^((?:On|In|Since|During|Effective|By|As of|At|For|Through) (?:or about |early |late"
              + " |mid-|fiscal (?:year )?|the (?:\\w+ ){0,4}(?:of|ended),? )?(?:"
              + MONTH
              + " (?:\\d{1,2}, )?)?(?:19|20)\\d\\d),? (.+)$");
  private static final Pattern FRAME =
      Pattern.compile(
          "^(?:Under|In|During|With|For|At|From|Through|Pursuant to|According to|Based on|As part"
              + " of|Over|Within|Among|Consistent with|In connection with|To) [^,:]{3,80}, (.+)$");

  static EnglishOpening of(String sentence) {
    var text = LINK.matcher(sentence.replaceAll("[.;]+$", "")).replaceFirst("");
    text = Nouns.capital(text);
    var date = DATE.matcher(text);
    if (date.matches()) {
      var when = date.group(1);
      when = Character.toLowerCase(when.charAt(0)) + when.substring(1);
      return new EnglishOpening(when, Nouns.capital(date.group(2)));
    }
    var frame = FRAME.matcher(text);
    return new EnglishOpening("", frame.matches() ? Nouns.capital(frame.group(1)) : text);
  }
}
