"""Requests to an IVOA ExecutionBroker, or the reason why there can be none.

The schema is https://github.com/uksrc/Calycopis-openapi, version 1.0; limits and refusals are those of the
reference broker, https://github.com/ivoa/Calycopis-broker. `request` writes, `refusal` foresees a NO,
`resources` turns needs into components.
"""

from ossr_catalogue.broker.request import AS_DECLARED, Request, request_for

__all__ = ["AS_DECLARED", "Request", "request_for"]
