package org.postrider.publish;

/**
 * A fingerprint of a text that changes little when the text changes little: a 64-bit similarity
 * hash (Charikar, 2002) over a sample of its runs of six characters. Serves every script alike,
 * since it knows no words.
 */
final class TextPrint {

  private static final int RUN = 6;
  private static final long FACTOR = 0x100000001b3L;
  private static final long OUTGOING = power(FACTOR, RUN);

  /** Of 64 bits, how many may differ between two forms of one text. */
  private static final int NEAR = 13;

  /**
   * A text shorter than this has too few runs to be like another: its fingerprint is a plain hash.
   */
  private static final int SHORTEST = 80;

  /** From this length on, one run in sixteen votes: which one depends on the run alone. */
  private static final int SAMPLED = 4000;

  private TextPrint() {}

  /** The fingerprint; 0 for a text without any. White space does not count. */
  static long of(String text) {
    int[] votes = new int[Long.SIZE];
    char[] window = new char[RUN];
    int seen = 0;
    long hash = 0;
    long whole = 0;
    boolean sampled = text.length() >= SAMPLED;
    for (int at = 0; at < text.length(); at++) {
      char next = text.charAt(at);
      if (Character.isWhitespace(next)) {
        continue;
      }
      int slot = seen % RUN;
      hash = hash * FACTOR + next - (seen >= RUN ? OUTGOING * window[slot] : 0);
      window[slot] = next;
      whole = whole * FACTOR + next;
      seen++;
      if (seen >= RUN) {
        long mixed = mix(hash);
        if (!sampled || (mixed & 15) == 0) {
          vote(votes, mix(mixed));
        }
      }
    }
    return seen < SHORTEST ? mix(whole) : verdict(votes);
  }

  /** The finaliser of SplitMix64: every bit of the run reaches every bit of the hash. */
  private static long mix(long hash) {
    long mixed = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }

  private static void vote(int[] votes, long hash) {
    for (int bit = 0; bit < Long.SIZE; bit++) {
      votes[bit] += (int) (hash >>> bit & 1) * 2 - 1;
    }
  }

  private static long verdict(int[] votes) {
    long print = 0;
    for (int bit = 0; bit < Long.SIZE; bit++) {
      if (votes[bit] > 0) {
        print |= 1L << bit;
      }
    }
    return print == 0 ? 1 : print;
  }

  private static long power(long base, int exponent) {
    long result = 1;
    for (int time = 0; time < exponent; time++) {
      result *= base;
    }
    return result;
  }

  static boolean areAlike(long one, long other) {
    return one != 0 && other != 0 && Long.bitCount(one ^ other) <= NEAR;
  }
}
