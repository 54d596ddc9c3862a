package dev.retune.ui.support;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RuleBasedCollator;
import java.util.Comparator;
import java.util.Locale;

/// The order people expect: "page 9" before "page 12", accents and scripts as the language sorts
/// them. Safe from any thread.
public final class NaturalOrder {
  private NaturalOrder() {}

  public static Comparator<String> of(Locale locale) {
    var collator = Collator.getInstance(locale);
    if (collator instanceof RuleBasedCollator rules) {
      rules.setNumericCollation(true);
    }
    collator.freeze();
    return collator::compare;
  }
}
