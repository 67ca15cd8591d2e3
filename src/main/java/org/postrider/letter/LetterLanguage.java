package org.postrider.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a letter's look owes to its language (a BCP 47 tag). */
final class LetterLanguage {

  private static final Set<String> RIGHT_TO_LEFT =
      Set.of("ar", "arc", "ckb", "dv", "fa", "he", "iw", "ku", "ps", "sd", "ug", "ur", "yi");
  private static final String LATIN = "Georgia,'Times New Roman',";

  private LetterLanguage() {}

  /**
   * The tags under which a translation may lie: {@code zh-Hans-CN}, {@code zh-Hans}, {@code zh}.
   */
  static List<String> fallbacks(String language) {
    List<String> tags = new ArrayList<>();
    String tag = language.replaceAll("[^A-Za-z0-9-]", "");
    while (!tag.isEmpty()) {
      tags.add(tag);
      int cut = tag.lastIndexOf('-');
      tag = cut < 0 ? "" : tag.substring(0, cut);
    }
    return tags;
  }

  static String direction(String language) {
    return RIGHT_TO_LEFT.contains(primary(language)) ? "rtl" : "ltr";
  }

  /** The serif fonts, by the machines they come with; the choice of Han glyphs hangs on them. */
  static String fonts(String language) {
    return switch (primary(language)) {
      case "zh" ->
          isTraditional(language)
              ? LATIN + "'Songti TC','Noto Serif CJK TC',PMingLiU,serif"
              : LATIN + "'Songti SC','Noto Serif CJK SC',SimSun,serif";
      case "ja" -> LATIN + "'Hiragino Mincho ProN','Yu Mincho','Noto Serif CJK JP',serif";
      case "ko" -> LATIN + "AppleMyungjo,'Noto Serif CJK KR',Batang,serif";
      default -> LATIN + "serif";
    };
  }

  private static String primary(String language) {
    return language.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
  }

  private static boolean isTraditional(String language) {
    String tag = language.toLowerCase(Locale.ROOT);
    return tag.contains("hant") || tag.endsWith("-tw") || tag.endsWith("-hk");
  }
}
