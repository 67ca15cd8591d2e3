package org.postrider.publish;

import java.util.Random;

/** Made-up texts, always the same for the same seed and unlike one another for different ones. */
final class Prose {

  private static final String[] SYLLABLES =
      ("ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo yu za bre cli dro fla gri plu sta tre schwi"
              + " ing er est and the of in to 的 是 不 了 在 人 有 我 他 这 个 们 中 来 上 大 为 和 国 地 到 以 说 时 要 就 出 会")
          .split(" ");

  private Prose() {}

  static String by(int seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    int words = 120 + random.nextInt(400);
    for (int word = 0; word < words; word++) {
      for (int syllable = 0; syllable <= random.nextInt(3); syllable++) {
        text.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
      }
      text.append(word % 12 == 11 ? ".\n\n" : " ");
    }
    return text.toString();
  }
}
