package io.leadpulse.cli.erase;

import java.io.PrintWriter;
import java.util.stream.Collectors;

/** What was asked for and what comes next, for people. */
final class ErasureText {
  private ErasureText() {}

  static void print(Erasure.Result result, PrintWriter out) {
    String verb = result.published() ? "asked" : "would ask";
    for (Erasure.Request request : result.requests()) {
      out.printf(
          "%s for %s to be forgotten: %s in %s%n",
          verb, request.leadId(), request.eventId(), result.topic());
    }
    if (result.published()) {
      printNext(result, out);
    }
    out.flush();
  }

  private static void printNext(Erasure.Result result, PrintWriter out) {
    if (result.gone() == null) {
      out.println(
          "next: the running job forgets it and takes its rows back, at its next checkpoint");
    } else {
      out.println(
          result.gone()
              ? "no row of it is left in lead-score"
              : "its rows are still there: see whether the job runs, with leadpulse doctor");
    }
    out.println(
        "what others wrote stays until their sources delete it, such as its row in lead-profile");
    out.println(
        "what is left, and until when: leadpulse erase --verify "
            + result.requests().stream()
                .map(request -> "--lead " + request.leadId())
                .collect(Collectors.joining(" ")));
  }
}
