package dev.retune.retrieval;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/// Words for keyword search, in any mixture of languages: Unicode word boundaries, lower case,
/// without English stop words and without stemming; Chinese, Japanese and Korean as single
/// characters and pairs of neighbours.
///
/// The script of each word decides, not a guess at the language of the text: house jargon mixes
/// both in one sentence.
final class WordAnalyzer extends Analyzer {
  private static final int EVERY_SCRIPT =
      CJKBigramFilter.HAN
          | CJKBigramFilter.HIRAGANA
          | CJKBigramFilter.KATAKANA
          | CJKBigramFilter.HANGUL;

  @Override
  protected TokenStreamComponents createComponents(String field) {
    var words = new StandardTokenizer();
    var folded = new LowerCaseFilter(new CJKWidthFilter(words));
    var pairs = new CJKBigramFilter(folded, EVERY_SCRIPT, true);
    return new TokenStreamComponents(
        words, new StopFilter(pairs, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET));
  }
}
