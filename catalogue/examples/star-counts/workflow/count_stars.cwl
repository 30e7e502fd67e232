cwlVersion: v1.2
class: CommandLineTool
baseCommand: python3
inputs:
  program:
    type: File
    default:
      class: File
      location: ../bin/count_stars.py
    inputBinding:
      position: 1
  stars:
    type: File
    inputBinding:
      position: 2
stdout: counts.csv
outputs:
  counts:
    type: stdout
