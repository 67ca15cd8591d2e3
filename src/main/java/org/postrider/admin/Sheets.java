package org.postrider.admin;

import java.util.Map;
import org.postrider.http.Reply;
import org.postrider.template.Templates;

/** Renders {@code admin/NAME.html}. Nothing here is kept by caches. */
record Sheets(Templates templates) {

  Reply render(int status, String name, Map<String, Object> values) {
    return Reply.html(status, templates.render("admin/" + name + ".html", values)).unkept();
  }

  /** 404, with a sentence. */
  Reply missing(String sentence) {
    return render(404, "missing", Map.of("sentence", sentence));
  }
}
