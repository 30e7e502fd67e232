cwlVersion: v1.2
class: Workflow
doc: Counts the stars of a catalogue in bins of one magnitude.
inputs:
  stars:
    type: File
    doc: A CSV table with a column `magnitude`.
outputs:
  counts:
    type: File
    outputSource: count/counts
steps:
  count:
    run: count_stars.cwl
    in:
      stars: stars
    out: [counts]
