package org.postrider.post;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * One essay as its file says it is. Immutable; made by {@link PostReader}, rendered by {@link
 * PostRenderer}.
 *
 * @param path of its file below the site's folder, with {@code /} on every system
 * @param slug the last part of its name, as its generator has it
 * @param title plain text, white space collapsed
 * @param url where the site shows it, absolute
 * @param feedId what the site's own feed plugin would give as its id (a {@code tag:} URI in a plain
 *     folder); only a proposal, the id that feeds show is frozen elsewhere
 * @param published the author's date
 * @param updated the author's date of the last change; {@code published} when he gives none
 * @param language a BCP 47 tag
 * @param authors display names, never empty texts; the site's author when the post names none
 * @param categories as labels
 * @param summary plain text: the description, else the excerpt
 * @param draft whether its author marked it as not yet to be published ({@code draft}, {@code
 *     published: false})
 * @param body what follows the front matter, line ends normalised to LF, Liquid already rendered
 *     (in a plain folder: without the heading that serves as the title)
 * @param bodyLine the line of the file on which {@code body} begins, from 1
 * @param html whether {@code body} is HTML rather than Markdown
 * @param hash of the file's bytes, hexadecimal
 * @param warnings what was repaired or ignored
 */
public record Post(
    String path,
    String slug,
    String title,
    URI url,
    String feedId,
    Instant published,
    Instant updated,
    String language,
    List<String> authors,
    List<String> categories,
    List<String> tags,
    String summary,
    boolean draft,
    String body,
    int bodyLine,
    boolean html,
    String hash,
    List<PostProblem> warnings) {

  /** Whether its date lies ahead of {@code now} on a site that waits for it. */
  public boolean isFuture(Instant now, Site site) {
    return !site.future() && published.isAfter(now);
  }
}
