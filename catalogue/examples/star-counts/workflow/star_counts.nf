params.stars = "$projectDir/../data/*.csv"

process COUNT {
    publishDir 'results', mode: 'copy'

    input:
    path program
    path stars

    output:
    path "${stars.baseName}.counts.csv"

    script:
    """
    python3 ${program} ${stars} > ${stars.baseName}.counts.csv
    """
}

workflow {
    COUNT(file("$projectDir/../bin/count_stars.py"), Channel.fromPath(params.stars))
}
