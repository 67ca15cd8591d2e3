package org.postrider.subscriber;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The readers who want an essay at once: active ones with frequency {@code every} who asked for its
 * language (or a wider or narrower one: {@code zh} and {@code zh-Hans-CN} meet, {@code zh-Hans} and
 * {@code zh-Hant} do not; RFC 4647 section 3.3.1 read in both directions) and for one of its
 * topics, whatever their case; or who asked for all. Use it as
 *
 * <pre>{@code
 * audience.bind(handle.createUpdate("INSERT … SELECT r.id … FROM reader r WHERE " + audience.condition()))
 * }</pre>
 *
 * @param language of the essay, a BCP 47 tag; empty or no tag: readers of every language want it
 * @param topics its categories and tags
 */
public record Audience(String language, List<String> topics) {

  public Audience {
    language = LanguageTags.canonical(language).orElse("");
    topics = topics.stream().map(Topics::key).filter(key -> !key.isEmpty()).distinct().toList();
  }

  /**
   * An SQL condition on the table {@code reader} under the alias {@code r}, the same on every
   * engine. Its named parameters begin with {@code audience}; {@link #bind} gives them values.
   */
  public String condition() {
    return "r.state = 'active' AND r.frequency = 'every'"
        + (language.isEmpty() ? "" : " AND " + languageCondition())
        + " AND "
        + topicCondition();
  }

  private String languageCondition() {
    return "(r.language = '' OR r.language IN ("
        + names("audienceLanguage", LanguageTags.widening(language).size())
        + ") OR r.language LIKE :audienceNarrower)";
  }

  private String topicCondition() {
    String chosen = "SELECT 1 FROM reader_topic t WHERE t.reader_id = r.id";
    String all = "NOT EXISTS (" + chosen + ")";
    if (topics.isEmpty()) {
      return all;
    }
    String matching =
        chosen + " AND t.topic_key IN (" + names("audienceTopic", topics.size()) + ")";
    return "(" + all + " OR EXISTS (" + matching + "))";
  }

  /** Gives the parameters of {@link #condition} their values. */
  public <S extends SqlStatement<S>> S bind(S statement) {
    bindEach(statement, "audienceTopic", topics);
    if (language.isEmpty()) {
      return statement;
    }
    bindEach(statement, "audienceLanguage", LanguageTags.widening(language));
    return statement.bind("audienceNarrower", language + "-%");
  }

  private static String names(String prefix, int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> ":" + prefix + number)
        .collect(Collectors.joining(", "));
  }

  private static void bindEach(SqlStatement<?> statement, String prefix, List<String> values) {
    for (int number = 0; number < values.size(); number++) {
      statement.bind(prefix + number, values.get(number));
    }
  }
}
