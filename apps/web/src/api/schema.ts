// Written by `npm run client` from docs/openapi.json; a change made here is lost.

export interface paths {
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Log in */
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Log out */
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is logged in */
        get: operations["me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change one’s own password */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Upload a file that a ticket is to list */
        post: operations["upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attachments/{id}/{variant}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a file by the link in its ticket */
        get: operations["download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List and search tickets */
        get: operations["listTickets"];
        put?: never;
        /** Report a problem */
        post: operations["submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tracking/{trackingCode}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Follow a ticket by its tracking code */
        get: operations["track"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tracking/{trackingCode}/rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rate a resolved ticket by its tracking code */
        post: operations["rateTracked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tracking/{trackingCode}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Comment on a ticket by its tracking code */
        post: operations["commentTracked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tracking/{trackingCode}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw one’s report by its tracking code */
        post: operations["withdrawTracked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tracking/{trackingCode}/urge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Urge a ticket by its tracking code */
        post: operations["urgeTracked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tracking/{trackingCode}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reopen a closed ticket by its tracking code */
        post: operations["reopenTracked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tracking/{trackingCode}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Attach uploaded files to a ticket by its tracking code */
        post: operations["attachTracked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See a ticket */
        get: operations["viewTicket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/request-extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a later deadline */
        post: operations["requestExtension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/request-pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for the clock to stand still */
        post: operations["requestPause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/withdraw-request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a request back */
        post: operations["withdrawRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve an extension or a pause */
        post: operations["approveRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse an extension or a pause */
        post: operations["refuseRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let the clock go on before a pause is over */
        post: operations["resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/urge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Urge a ticket of one’s own */
        post: operations["urge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/supervise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issue a supervision order */
        post: operations["supervise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/instruct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write an instruction */
        post: operations["instruct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/acknowledge-notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Acknowledge a notice */
        post: operations["acknowledgeNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/answer-notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a notice */
        post: operations["answerNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/return-result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Return a result to its owner */
        post: operations["returnResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/approve-result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve a result */
        post: operations["approveResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/rate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rate a resolved ticket of one’s own */
        post: operations["rate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/follow-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a call to the reporter */
        post: operations["followUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/close-by-decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose to close by decision */
        post: operations["closeByDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/confirm-closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm a closing as second leader */
        post: operations["confirmClosing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/reject-closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reject a proposed closing */
        post: operations["rejectClosing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reopen a closed ticket */
        post: operations["reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept an assignment */
        post: operations["accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/add-co-handler": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a part of the work to a co-handling unit */
        post: operations["addCoHandler"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/complete-sub-task": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Finish a sub-task */
        post: operations["completeSubTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/cancel-sub-task": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a sub-task */
        post: operations["cancelSubTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/submit-result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Submit the result for review */
        post: operations["submitResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/attach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Attach uploaded files to a ticket */
        post: operations["attach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/comment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Comment on a ticket */
        post: operations["comment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw one’s own report */
        post: operations["withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline a ticket */
        post: operations["decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Merge into another ticket, which its reporter then follows */
        post: operations["merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/unmerge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a merge back */
        post: operations["unmerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Return a wrong assignment */
        post: operations["returnTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Transfer to another owner of the department */
        post: operations["transfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/reassign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Name another owner or co-handler for one who cannot do it any more */
        post: operations["reassign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/dispatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Dispatch to a department and its owner */
        post: operations["dispatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/identity-openings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask to open a hidden identity */
        post: operations["requestOpening"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity-openings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List requests to open hidden identities */
        get: operations["listOpenings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity-openings/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve the opening as the second person */
        post: operations["approveOpening"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity-openings/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse the opening as the second person */
        post: operations["refuseOpening"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/identity-openings/{id}/identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read an opened identity, once */
        post: operations["readIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/follow-up-samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List samples drawn for follow-up */
        get: operations["listSamples"];
        put?: never;
        /** Draw resolved tickets for follow-up calls */
        post: operations["drawSample"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/follow-up-samples/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See a sample with the calls made since */
        get: operations["viewSample"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List sessions */
        get: operations["listSessions"];
        put?: never;
        /** Create a session */
        post: operations["createSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See a session with its lines */
        get: operations["viewSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Upload minutes */
        post: operations["startImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See how far an import has come */
        get: operations["viewImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See the lines of an import */
        get: operations["importLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make tickets of previewed lines */
        post: operations["commitImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List time limits and steps */
        get: operations["policies"];
        put?: never;
        /** Add a policy */
        post: operations["addPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policies/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Save a policy as a new version */
        put: operations["savePolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policies/{code}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List every version of a policy */
        get: operations["policyVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keyword-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the words that place a ticket */
        get: operations["keywordRules"];
        /** Replace the words that place a ticket */
        put: operations["saveKeywordRules"];
        /** Add a rule that places tickets */
        post: operations["addKeywordRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keyword-rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a rule that places tickets */
        put: operations["saveKeywordRule"];
        post?: never;
        /** Remove a rule that places tickets */
        delete: operations["removeKeywordRule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keyword-rules/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try where a ticket would go */
        post: operations["tryKeywordRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List departments as they are edited */
        get: operations["departments"];
        put?: never;
        /** Add a department */
        post: operations["addDepartment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/departments/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change, close or reopen a department */
        put: operations["saveDepartment"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List categories as they are edited */
        get: operations["categories"];
        put?: never;
        /** Add a category */
        post: operations["addCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/categories/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change, close or reopen a category */
        put: operations["saveCategory"];
        post?: never;
        /** Remove a category that was never used */
        delete: operations["removeCategory"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/administration/service-points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List service points as they are edited */
        get: operations["servicePoints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/service-points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List places to report from */
        get: operations["activeServicePoints"];
        put?: never;
        /** Add a service point */
        post: operations["addServicePoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/service-points/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find a place to report from by its code or QR token */
        get: operations["servicePoint"];
        /** Change, close or reopen a service point */
        put: operations["saveServicePoint"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List people as they are administered */
        get: operations["listPeople"];
        put?: never;
        /** Take somebody in */
        post: operations["addPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{username}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change somebody’s role, departments or address */
        put: operations["savePerson"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{username}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give somebody a new initial password */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{username}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a lock after failed logins */
        post: operations["unlockPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what letters say */
        get: operations["templates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Let a kind of letter say something else */
        put: operations["saveTemplate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{kind}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a letter say again what it says from the start */
        post: operations["resetTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{kind}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** See a letter before it is saved */
        post: operations["previewTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/configuration/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Take out the whole configuration as one file */
        get: operations["exportConfiguration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/configuration/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put in a configuration, or see what it would change */
        post: operations["importConfiguration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/configuration/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List changes of the configuration */
        get: operations["configurationLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See the working calendar */
        get: operations["calendar"];
        /** Apply a previewed calendar */
        put: operations["saveCalendar"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the versions of the calendar */
        get: operations["calendarVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See a version of the calendar */
        get: operations["calendarVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See what each day is, and why */
        get: operations["calendarDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** See which deadlines an edited calendar would move */
        post: operations["previewCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/changes/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See how far a calendar has been carried into the tickets */
        get: operations["calendarChange"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List letters */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a failed letter again */
        post: operations["resend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Be told of changes of tickets as they happen */
        get: operations["live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tracking/{trackingCode}/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Be told of changes of a tracked ticket as they happen */
        get: operations["liveTracked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set one’s own leave and stand-in */
        put: operations["setOwnLeave"];
        post?: never;
        /** End one’s own leave */
        delete: operations["endOwnLeave"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{username}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set the leave and stand-in of a person */
        put: operations["setLeave"];
        post?: never;
        /** End the leave of a person */
        delete: operations["endLeave"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{username}/acting-head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Make a person the acting head of a department for a time */
        put: operations["setActingHead"];
        post?: never;
        /** End an acting headship */
        delete: operations["endActingHead"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{username}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close an account; open duties become re-assignments */
        post: operations["deactivate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{username}/reactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open an account again */
        post: operations["reactivate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reassignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what awaits another owner or co-handler */
        get: operations["listReassignments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reference-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List departments and categories */
        get: operations["referenceData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/owners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who may own tickets */
        get: operations["owners"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Explain a problem type */
        get: operations["problem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        LoginDto: {
            username: string;
            password: string;
        };
        MeDto_Output: {
            id: string;
            username: string;
            name: string;
            role: string;
            /** @description The department's name. */
            department?: string;
            departmentCode?: string;
            leave?: {
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                from: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                to: string;
                standIn?: {
                    username: string;
                    name: string;
                };
                note?: string;
            };
            /** @description Those away for whom this person acts now. */
            standsInFor: {
                username: string;
                name: string;
            }[];
            /** @description Departments headed now, also as acting head or stand-in of the head. */
            headOf: {
                code: string;
                name: string;
            }[];
            /** @description Until the password is changed, nothing else is open. */
            mustChangePassword: boolean;
            /** @description Send as X-CSRF-Token with requests that change something. */
            csrfToken: string;
        };
        ChangePasswordDto: {
            current: string;
            next: string;
        };
        UploadedAttachmentDto_Output: {
            id: string;
            name: string;
            mediaType: string;
            /** @description Bytes, as it is kept. */
            size: number;
        };
        SubmitTicketDto: {
            title: string;
            description: string;
            /** @description Category code or name; unknown ones are placed by the text. */
            category?: string;
            location?: string;
            /** @description Code of the place it is about, or the token of the QR code there. */
            servicePoint?: string;
            /** @description Answers to the stated category's questions, by their keys. */
            answers?: {
                [key: string]: string | number;
            };
            /** @description Ids of uploads (POST /attachments), each of which can be listed by one ticket only. */
            attachments?: string[];
            /** @description How to reach the reporter. Shown only to those who handle the ticket, never when tracking. */
            contact?: {
                name?: string;
                phone?: string;
                /** Format: email */
                email?: string;
            };
            /**
             * @description named: those who handle the ticket see the contact data. hidden: nobody sees them, the system writes letters; two named people can open them together, and the reporter is told. anonymous: name and phone are not kept; an e-mail address serves only for letters from the system. `named` unless told otherwise.
             * @enum {string}
             */
            identity?: "named" | "hidden" | "anonymous";
            /** @description The same as `identity: anonymous`. */
            anonymous?: boolean;
        };
        SubmittedTicketDto_Output: {
            /** @example 2026-000123 */
            number: string;
            /** @description Shown once. Whoever has it can follow the ticket. */
            trackingCode: string;
            status: string;
            links: {
                tracking: string;
                self: string;
            };
        };
        TrackedTicketDto_Output: {
            number: string;
            status: string;
            title: string;
            /** @enum {string} */
            identity: "named" | "hidden" | "anonymous";
            /**
             * Format: date-time
             * @example 2026-11-22T03:00:00.000Z
             */
            submittedAt: string;
            department?: string;
            owner?: string;
            /**
             * Format: date-time
             * @example 2026-11-22T03:00:00.000Z
             */
            responseDueAt?: string;
            /**
             * Format: date-time
             * @example 2026-11-22T03:00:00.000Z
             */
            resolveDueAt?: string;
            overdue: boolean;
            result?: string;
            /**
             * Format: date-time
             * @example 2026-11-22T03:00:00.000Z
             */
            rateBefore?: string;
            closure?: string;
            rating?: {
                solved: boolean;
                contacted: boolean;
                satisfaction: number;
            };
            /**
             * Format: date-time
             * @example 2026-11-22T03:00:00.000Z
             */
            pausedUntil?: string;
            /**
             * Format: date-time
             * @example 2026-11-22T03:00:00.000Z
             */
            reopenBefore?: string;
            /** @description Commands that the reporter may give now: rate, comment, withdraw, urge, reopen, attach. */
            can: string[];
            attachments: {
                id: string;
                name: string;
                mediaType: string;
                /** @description Bytes, as it is kept. */
                size: number;
                /** @enum {string} */
                visibility: "public" | "internal";
                /** @enum {string} */
                by: "reporter" | "staff";
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                at: string;
                /** @enum {string} */
                purpose: "report" | "result" | "other";
                /** @description Where it can be had for five minutes; ask for the ticket again then. */
                href: string;
                /** @description A small WebP of it, where it is a picture. */
                thumbnailHref?: string;
            }[];
            timeline: {
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                at: string;
                /** @example ticket.dispatched */
                type: string;
                by?: string;
                text?: string;
                /**
                 * Format: date-time
                 * @description The resolution deadline from then on.
                 * @example 2026-11-22T03:00:00.000Z
                 */
                dueAt?: string;
                /** @description The two offices that opened a hidden identity; the reporter is told no names. */
                offices?: string[];
            }[];
            /** @description The ticket that this one was merged into, as far as everybody may know it. */
            follows?: {
                number: string;
                status: string;
                department?: string;
                owner?: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                resolveDueAt?: string;
                result?: string;
                /** @description Those that came with the result. */
                attachments: {
                    id: string;
                    name: string;
                    mediaType: string;
                    /** @description Bytes, as it is kept. */
                    size: number;
                    /** @enum {string} */
                    visibility: "public" | "internal";
                    /** @enum {string} */
                    by: "reporter" | "staff";
                    /**
                     * Format: date-time
                     * @example 2026-11-22T03:00:00.000Z
                     */
                    at: string;
                    /** @enum {string} */
                    purpose: "report" | "result" | "other";
                    /** @description Where it can be had for five minutes; ask for the ticket again then. */
                    href: string;
                    /** @description A small WebP of it, where it is a picture. */
                    thumbnailHref?: string;
                }[];
                timeline: {
                    /**
                     * Format: date-time
                     * @example 2026-11-22T03:00:00.000Z
                     */
                    at: string;
                    /** @example ticket.dispatched */
                    type: string;
                    by?: string;
                    text?: string;
                    /**
                     * Format: date-time
                     * @description The resolution deadline from then on.
                     * @example 2026-11-22T03:00:00.000Z
                     */
                    dueAt?: string;
                    /** @description The two offices that opened a hidden identity; the reporter is told no names. */
                    offices?: string[];
                }[];
            };
        };
        RateDto: {
            solved: boolean;
            contacted: boolean;
            satisfaction: number;
            /** @description Needed when the problem is not solved. */
            comment?: string;
        };
        PublicCommentDto: {
            text: string;
        };
        /** @default {} */
        WithdrawTrackedDto: {
            reason?: string;
        };
        /** @default {} */
        UrgeTrackedDto: {
            text?: string;
        };
        ReopenTrackedDto: {
            reason: string;
        };
        AttachTrackedDto: {
            /** @description Ids of uploads (POST /attachments), each of which can be listed by one ticket only. */
            attachments: string[];
        };
        TicketPageDto_Output: {
            items: {
                number: string;
                status: string;
                title: string;
                /** @description The category's name. */
                category?: string;
                categoryCode?: string;
                priority: string;
                location?: string;
                /** @description The department's name. */
                department?: string;
                departmentCode?: string;
                /** @description The owner's name. */
                owner?: string;
                ownerUsername?: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                submittedAt: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                responseDueAt?: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                resolveDueAt?: string;
                overdue: boolean;
                escalationLevel: number;
                queueReason?: string;
                hops: number;
                redo: number;
            }[];
            nextCursor?: string;
        };
        TicketDto_Output: {
            number: string;
            status: string;
            title: string;
            /** @description The category's name. */
            category?: string;
            categoryCode?: string;
            priority: string;
            location?: string;
            /** @description The department's name. */
            department?: string;
            departmentCode?: string;
            /** @description The owner's name. */
            owner?: string;
            ownerUsername?: string;
            /**
             * Format: date-time
             * @example 2026-11-22T03:00:00.000Z
             */
            submittedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-22T03:00:00.000Z
             */
            responseDueAt?: string;
            /**
             * Format: date-time
             * @example 2026-11-22T03:00:00.000Z
             */
            resolveDueAt?: string;
            overdue: boolean;
            escalationLevel: number;
            queueReason?: string;
            hops: number;
            redo: number;
            description: string;
            /** @description Name of the place it was reported from. */
            servicePoint?: string;
            /** @description To the category's questions, as they were asked. */
            answers?: {
                key: string;
                label: string;
                value: string | number;
            }[];
            version: number;
            source: {
                kind: string;
                sessionId?: string;
                lineNumber?: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                raisedAt?: string;
                proposer?: string;
                unit?: string;
                remark?: string;
                instruction?: string;
            };
            /** @description Only for the owner, the head and the dispatcher, and only of a reporter who is named. */
            contact?: {
                name?: string;
                phone?: string;
                email?: string;
            };
            /** @enum {string} */
            identity: "named" | "hidden" | "anonymous";
            anonymous: boolean;
            clocks: {
                [key: string]: {
                    /**
                     * Format: date-time
                     * @example 2026-11-22T03:00:00.000Z
                     */
                    startedAt: string;
                    /**
                     * Format: date-time
                     * @example 2026-11-22T03:00:00.000Z
                     */
                    dueAt: string;
                    /**
                     * Format: date-time
                     * @example 2026-11-22T03:00:00.000Z
                     */
                    originalDueAt: string;
                    /**
                     * Format: date-time
                     * @example 2026-11-22T03:00:00.000Z
                     */
                    stoppedAt?: string;
                    paused: boolean;
                    elapsedMinutes: number;
                    /** @description Negative when overdue. */
                    remainingMinutes: number;
                    breached: boolean;
                    withinWorkingHours: boolean;
                    /** @description Years without an official list of holidays that the clock reaches into. */
                    calendarGaps: number[];
                    versions: {
                        version: number;
                        /**
                         * Format: date-time
                         * @example 2026-11-22T03:00:00.000Z
                         */
                        dueAt: string;
                        /**
                         * Format: date-time
                         * @example 2026-11-22T03:00:00.000Z
                         */
                        setAt: string;
                        reason: string;
                    }[];
                    pauses: {
                        /**
                         * Format: date-time
                         * @example 2026-11-22T03:00:00.000Z
                         */
                        from: string;
                        /**
                         * Format: date-time
                         * @example 2026-11-22T03:00:00.000Z
                         */
                        to?: string;
                        reason: string;
                    }[];
                };
            };
            result?: {
                text: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                submittedAt: string;
                by: string;
                onTime: boolean;
                /** @description Against the first deadline. */
                onTimeOriginally: boolean;
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                approvedAt?: string;
                approvedBy?: string;
            };
            rating?: {
                solved: boolean;
                contacted: boolean;
                satisfaction: number;
                comment?: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                ratedAt: string;
                /** @description The verifier who asked. */
                verifiedBy?: string;
            };
            closure?: string;
            /**
             * Format: date-time
             * @example 2026-11-22T03:00:00.000Z
             */
            closedAt?: string;
            reopens: number;
            urges: {
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                at: string;
                text?: string;
            }[];
            subTasks: {
                id: string;
                coHandler: string;
                coHandlerUsername?: string;
                department?: string;
                text: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                dueAt: string;
                /** @enum {string} */
                state: "open" | "done" | "cancelled";
                overdue: boolean;
                needsReassignment: boolean;
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                settledAt?: string;
                outcome?: string;
            }[];
            /** @description A pending one stands last. */
            requests: {
                id: string;
                /** @enum {string} */
                kind: "extension" | "pause";
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                until: string;
                reason: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                requestedAt: string;
                requestedBy: string;
                /**
                 * @description Who decides.
                 * @enum {string}
                 */
                level: "head" | "director";
                /** @enum {string} */
                state: "pending" | "approved" | "refused" | "lapsed";
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                decidedAt?: string;
                decidedBy?: string;
                decisionReason?: string;
            }[];
            /**
             * Format: date-time
             * @example 2026-11-22T03:00:00.000Z
             */
            pausedUntil?: string;
            notices: {
                id: string;
                /** @example 督办〔2026〕12号 */
                number: string;
                /** @enum {string} */
                kind: "urge-notice" | "supervision-order" | "instruction";
                text: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                issuedAt: string;
                /** @description Absent where the ladder issued it. */
                by?: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                replyBy?: string;
                mustAnswer: boolean;
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                acknowledgedAt?: string;
                acknowledgedBy?: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                answeredAt?: string;
                answeredBy?: string;
                answer?: string;
            }[];
            followUps: {
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                at: string;
                by: string;
                reached: boolean;
                solved?: boolean;
                satisfaction?: number;
                note?: string;
            }[];
            closingProposal?: {
                closure: string;
                text: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                at: string;
                by: string;
            };
            /** @description There while another owner has to be named. */
            reassignment?: {
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                since: string;
                reason: string;
            };
            /** @description Number of the ticket that this one follows. */
            mergedInto?: string;
            /** @description Numbers of the tickets that follow this one. */
            followers: string[];
            attachments: {
                id: string;
                name: string;
                mediaType: string;
                /** @description Bytes, as it is kept. */
                size: number;
                /** @enum {string} */
                visibility: "public" | "internal";
                /** @enum {string} */
                by: "reporter" | "staff";
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                at: string;
                /** @enum {string} */
                purpose: "report" | "result" | "other";
                /** @description Where it can be had for five minutes; ask for the ticket again then. */
                href: string;
                /** @description A small WebP of it, where it is a picture. */
                thumbnailHref?: string;
            }[];
            /** @description Commands, in kebab case, that the one asking may give now. */
            can: string[];
            log: {
                seq: number;
                type: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                at: string;
                by: string;
                role: string;
                text?: string;
                facts: {
                    [key: string]: unknown;
                };
            }[];
            /** @description Whether the chain of hashes over the log holds. */
            auditVerified: boolean;
        };
        RequestExtensionDto: {
            /**
             * @description The new deadline; a date alone means the whole of that day.
             * @example 2026-04-20
             */
            until: string;
            reason: string;
        };
        RequestPauseDto: {
            /**
             * @description When the clock goes on by itself; a date alone means after the whole of that day.
             * @example 2026-04-20
             */
            until: string;
            reason: string;
        };
        /** @default {} */
        WithdrawRequestDto: Record<string, never>;
        /** @default {} */
        ApproveDto: {
            /** @description Decide about this request and no later one. */
            requestId?: string;
            reason?: string;
        };
        RefuseDto: {
            /** @description Decide about this request and no later one. */
            requestId?: string;
            reason: string;
        };
        /** @default {} */
        ResumeDto: {
            reason?: string;
        };
        /** @default {} */
        UrgeDto: {
            text?: string;
        };
        SuperviseDto: {
            text: string;
            /**
             * @description By when it has to be answered; three working days where absent.
             * @example 2026-04-20
             */
            replyBy?: string;
        };
        InstructDto: {
            text: string;
            /**
             * @description By when it has to be answered; three working days where absent.
             * @example 2026-04-20
             */
            replyBy?: string;
        };
        AcknowledgeNoticeDto: {
            noticeId: string;
        };
        AnswerNoticeDto: {
            noticeId: string;
            text: string;
        };
        ReturnResultDto: {
            reason: string;
        };
        /** @default {} */
        ApproveResultDto: Record<string, never>;
        RateTicketDto: {
            solved: boolean;
            contacted: boolean;
            satisfaction: number;
            /** @description Needed when the problem is not solved. */
            comment?: string;
        };
        FollowUpDto: {
            reached: boolean;
            /** @description Needed where the reporter was reached. */
            solved?: boolean;
            /** @description Whether the owner had been in touch; needed where the reporter was reached. */
            contacted?: boolean;
            satisfaction?: number;
            /** @description Needed where the problem is not solved. */
            note?: string;
        };
        CloseByDecisionDto: {
            /** @enum {string} */
            closure: "adjudicated" | "transferred-out" | "deferred";
            /** @description What the reporter is told. */
            text: string;
        };
        /** @default {} */
        ConfirmClosingDto: Record<string, never>;
        RejectClosingDto: {
            reason: string;
        };
        ReopenDto: {
            reason: string;
        };
        /** @default {} */
        AcceptDto: Record<string, never>;
        AddCoHandlerDto: {
            /** @description User name or id. */
            coHandler: string;
            /** @description The co-handling unit; the co-handler's main department where absent. */
            department?: string;
            /** @description What has to be done. */
            text: string;
            /**
             * @description RFC 3339; a date alone means the whole of that day in Asia/Shanghai.
             * @example 2026-04-20
             */
            dueAt: string;
        };
        CompleteSubTaskDto: {
            subTaskId: string;
            text: string;
        };
        CancelSubTaskDto: {
            subTaskId: string;
            reason: string;
        };
        SubmitResultDto: {
            text: string;
            /** @description Ids of uploads (POST /attachments), each of which can be listed by one ticket only. */
            attachments?: string[];
        };
        AttachDto: {
            /** @description Ids of uploads (POST /attachments), each of which can be listed by one ticket only. */
            attachments: string[];
            /**
             * @description What a reporter attaches is public whatever is said here.
             * @default internal
             * @enum {string}
             */
            visibility?: "public" | "internal";
        };
        CommentDto: {
            text: string;
            /**
             * @default internal
             * @enum {string}
             */
            visibility?: "public" | "internal";
        };
        /** @default {} */
        WithdrawDto: {
            reason?: string;
        };
        DeclineDto: {
            reason: string;
        };
        MergeDto: {
            /** @description Number of the open ticket that is followed from now on. */
            into: string;
            reason?: string;
        };
        UnmergeDto: {
            reason: string;
        };
        ReturnDto: {
            reason: string;
            suggestedDepartment?: string;
        };
        TransferDto: {
            owner: string;
            reason?: string;
        };
        ReassignDto: {
            /** @description User name or id of whoever takes it on. */
            owner: string;
            /** @description Where the work goes to another department. */
            department?: string;
            /** @description The sub-task that changes hands instead of the ticket. */
            subTaskId?: string;
            reason?: string;
        };
        DispatchDto: {
            /** @description Department code or name. */
            department: string;
            /** @description Category code or name. */
            category?: string;
            /** @description User name or id; where absent the department's least loaded. */
            owner?: string;
            /** @enum {string} */
            priority?: "normal" | "urgent" | "danger";
        };
        RequestOpeningDto: {
            /** @description Why the identity is needed. The reporter is told when it is opened. */
            reason: string;
        };
        IdentityOpeningDto_Output: {
            id: string;
            /** @description The ticket's number. */
            ticket: string;
            /** @enum {string} */
            state: "requested" | "approved" | "refused" | "expired" | "used";
            reason: string;
            requestedBy: {
                name: string;
                role: string;
            };
            /**
             * Format: date-time
             * @example 2026-11-22T03:00:00.000Z
             */
            requestedAt: string;
            decidedBy?: {
                name: string;
                role: string;
            };
            /**
             * Format: date-time
             * @example 2026-11-22T03:00:00.000Z
             */
            decidedAt?: string;
            decisionReason?: string;
            /**
             * Format: date-time
             * @description Until then it can be decided, or once approved be read.
             * @example 2026-11-22T03:00:00.000Z
             */
            expiresAt: string;
            readings: {
                name: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                at: string;
            }[];
        };
        OpeningPageDto_Output: {
            items: {
                id: string;
                /** @description The ticket's number. */
                ticket: string;
                /** @enum {string} */
                state: "requested" | "approved" | "refused" | "expired" | "used";
                reason: string;
                requestedBy: {
                    name: string;
                    role: string;
                };
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                requestedAt: string;
                decidedBy?: {
                    name: string;
                    role: string;
                };
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                decidedAt?: string;
                decisionReason?: string;
                /**
                 * Format: date-time
                 * @description Until then it can be decided, or once approved be read.
                 * @example 2026-11-22T03:00:00.000Z
                 */
                expiresAt: string;
                readings: {
                    name: string;
                    /**
                     * Format: date-time
                     * @example 2026-11-22T03:00:00.000Z
                     */
                    at: string;
                }[];
            }[];
            nextCursor?: string;
        };
        RefuseOpeningDto: {
            reason: string;
        };
        OpenedIdentityDto_Output: {
            name?: string;
            phone?: string;
            email?: string;
            /** @description The reporter's account, where there is one. */
            username?: string;
        };
        DrawSampleDto: {
            /** @description How many tickets; all where there are fewer. */
            size: number;
            /** @description Department code or name; all where absent. */
            department?: string;
        };
        FollowUpSampleDto_Output: {
            id: string;
            /**
             * Format: date-time
             * @example 2026-11-22T03:00:00.000Z
             */
            drawnAt: string;
            drawnBy: string;
            department?: string;
            /** @description Each id was ranked by SHA-256 of seed, line feed and id; the first ones were taken. */
            seed: string;
            population: number;
            /** @description SHA-256 of the sorted ids, joined by line feeds. */
            populationHash: string;
            size: number;
            reached: number;
            solved: number;
            tickets: {
                id: string;
                ticket: {
                    number: string;
                    status: string;
                    title: string;
                    /** @description The category's name. */
                    category?: string;
                    categoryCode?: string;
                    priority: string;
                    location?: string;
                    /** @description The department's name. */
                    department?: string;
                    departmentCode?: string;
                    /** @description The owner's name. */
                    owner?: string;
                    ownerUsername?: string;
                    /**
                     * Format: date-time
                     * @example 2026-11-22T03:00:00.000Z
                     */
                    submittedAt: string;
                    /**
                     * Format: date-time
                     * @example 2026-11-22T03:00:00.000Z
                     */
                    responseDueAt?: string;
                    /**
                     * Format: date-time
                     * @example 2026-11-22T03:00:00.000Z
                     */
                    resolveDueAt?: string;
                    overdue: boolean;
                    escalationLevel: number;
                    queueReason?: string;
                    hops: number;
                    redo: number;
                };
                /** @description Calls made since the draw. */
                calls: {
                    /**
                     * Format: date-time
                     * @example 2026-11-22T03:00:00.000Z
                     */
                    at: string;
                    by: string;
                    reached: boolean;
                    solved?: boolean;
                    satisfaction?: number;
                    note?: string;
                }[];
            }[];
        };
        FollowUpSamplePageDto_Output: {
            items: {
                id: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                drawnAt: string;
                drawnBy: string;
                department?: string;
                /** @description Each id was ranked by SHA-256 of seed, line feed and id; the first ones were taken. */
                seed: string;
                population: number;
                /** @description SHA-256 of the sorted ids, joined by line feeds. */
                populationHash: string;
                size: number;
            }[];
            nextCursor?: string;
        };
        CreateSessionDto: {
            /** @enum {string} */
            kind: "forum" | "reception-day" | "online" | "other";
            title: string;
            /**
             * @description When it was held, from 1900 to 2199; a fact, it may lie years back. Clocks start at submission.
             * @example 2026-04-20T15:00:00+08:00
             */
            heldAt: string;
            place?: string;
            host?: string;
        };
        SessionSummaryDto_Output: {
            id: string;
            /** @example 2026-座谈-03 */
            number: string;
            kind: string;
            title: string;
            /**
             * Format: date-time
             * @example 2026-11-22T03:00:00.000Z
             */
            heldAt: string;
            place?: string;
            host?: string;
            /**
             * Format: date-time
             * @example 2026-11-22T03:00:00.000Z
             */
            createdAt: string;
            lineCount: number;
        };
        SessionPageDto_Output: {
            items: {
                id: string;
                /** @example 2026-座谈-03 */
                number: string;
                kind: string;
                title: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                heldAt: string;
                place?: string;
                host?: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                createdAt: string;
                lineCount: number;
            }[];
            nextCursor?: string;
        };
        SessionDto_Output: {
            id: string;
            /** @example 2026-座谈-03 */
            number: string;
            kind: string;
            title: string;
            /**
             * Format: date-time
             * @example 2026-11-22T03:00:00.000Z
             */
            heldAt: string;
            place?: string;
            host?: string;
            /**
             * Format: date-time
             * @example 2026-11-22T03:00:00.000Z
             */
            createdAt: string;
            lineCount: number;
            lines: {
                /** @description The sheet's own row number. */
                row: number;
                /** @example 2026-座谈-03-07 */
                lineNumber?: string;
                reference?: string;
                title?: string;
                text: string;
                proposer?: string;
                unit?: string;
                department?: string;
                category?: string;
                remark?: string;
                instruction?: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                raisedAt?: string;
                /**
                 * @description pending: not committed; ticket: made one; linked: repeats an earlier line; skipped: imported before; rejected: faulty.
                 * @enum {string}
                 */
                outcome: "pending" | "ticket" | "linked" | "skipped" | "rejected";
                marks: {
                    /** @enum {string} */
                    kind: "probable-duplicate" | "two-problems" | "praise" | "no-department";
                    ofRow?: number;
                    similarity?: number;
                }[];
                faults: {
                    row: number;
                    code: string;
                    message: string;
                    /** @enum {string} */
                    severity: "error" | "warning";
                }[];
                ticket?: {
                    number: string;
                    status: string;
                    department?: string;
                    owner?: string;
                    /**
                     * Format: date-time
                     * @example 2026-11-22T03:00:00.000Z
                     */
                    responseDueAt?: string;
                    /**
                     * Format: date-time
                     * @example 2026-11-22T03:00:00.000Z
                     */
                    resolveDueAt?: string;
                    overdue: boolean;
                };
            }[];
            nextCursor?: string;
        };
        ImportAcceptedDto_Output: {
            importId: string;
            links: {
                self: string;
            };
        };
        ImportDto_Output: {
            id: string;
            sessionId: string;
            fileName: string;
            /** @enum {string} */
            status: "queued" | "reading" | "previewed" | "committing" | "done" | "failed";
            committed: boolean;
            total: number;
            processed: number;
            created: number;
            /** @description Lines that made no ticket: linked, rejected or imported before. */
            skipped: number;
            linked: number;
            rejected: number;
            faultCount: number;
            /** @description The first thousand; `faultCount` counts all. */
            faults: {
                row: number;
                code: string;
                message: string;
                /** @enum {string} */
                severity: "error" | "warning";
            }[];
            /** @description Why the whole file was refused. */
            problem?: {
                code: string;
                detail: string;
            };
            /**
             * Format: date-time
             * @example 2026-11-22T03:00:00.000Z
             */
            startedAt?: string;
            /**
             * Format: date-time
             * @example 2026-11-22T03:00:00.000Z
             */
            finishedAt?: string;
        };
        ImportLinesDto_Output: {
            items: {
                /** @description The sheet's own row number. */
                row: number;
                /** @example 2026-座谈-03-07 */
                lineNumber?: string;
                reference?: string;
                title?: string;
                text: string;
                proposer?: string;
                unit?: string;
                department?: string;
                category?: string;
                remark?: string;
                instruction?: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                raisedAt?: string;
                /**
                 * @description pending: not committed; ticket: made one; linked: repeats an earlier line; skipped: imported before; rejected: faulty.
                 * @enum {string}
                 */
                outcome: "pending" | "ticket" | "linked" | "skipped" | "rejected";
                marks: {
                    /** @enum {string} */
                    kind: "probable-duplicate" | "two-problems" | "praise" | "no-department";
                    ofRow?: number;
                    similarity?: number;
                }[];
                faults: {
                    row: number;
                    code: string;
                    message: string;
                    /** @enum {string} */
                    severity: "error" | "warning";
                }[];
                ticket?: {
                    number: string;
                    status: string;
                    department?: string;
                    owner?: string;
                    /**
                     * Format: date-time
                     * @example 2026-11-22T03:00:00.000Z
                     */
                    responseDueAt?: string;
                    /**
                     * Format: date-time
                     * @example 2026-11-22T03:00:00.000Z
                     */
                    resolveDueAt?: string;
                    overdue: boolean;
                };
            }[];
            nextCursor?: string;
        };
        PolicyListDto_Output: {
            items: {
                code: string;
                version: number;
                name: string;
                acceptance: {
                    /** @enum {string} */
                    unit: "working-days" | "working-minutes" | "clock-minutes";
                    amount: number;
                };
                response: {
                    /** @enum {string} */
                    unit: "working-days" | "working-minutes" | "clock-minutes";
                    amount: number;
                };
                resolution: {
                    /** @enum {string} */
                    unit: "working-days" | "working-minutes" | "clock-minutes";
                    amount: number;
                };
                redo: {
                    /** @enum {string} */
                    unit: "working-days" | "working-minutes" | "clock-minutes";
                    amount: number;
                };
                returnWithin: {
                    /** @enum {string} */
                    unit: "working-days" | "working-minutes" | "clock-minutes";
                    amount: number;
                };
                maxHops: number;
                autoClose: {
                    /** @enum {string} */
                    unit: "working-days" | "working-minutes" | "clock-minutes";
                    amount: number;
                };
                extension: {
                    /** @description How many may be granted for one ticket. */
                    max: number;
                    /** @description Up to this much the head decides about the first one. */
                    headLimit: {
                        /** @enum {string} */
                        unit: "working-days" | "working-minutes" | "clock-minutes";
                        amount: number;
                    };
                    /** @description All granted ones together. */
                    totalLimit: {
                        /** @enum {string} */
                        unit: "working-days" | "working-minutes" | "clock-minutes";
                        amount: number;
                    };
                };
                pause: {
                    /** @description How many may be granted for one ticket. */
                    max: number;
                    /** @description Up to this much the head decides about the first one. */
                    headLimit: {
                        /** @enum {string} */
                        unit: "working-days" | "working-minutes" | "clock-minutes";
                        amount: number;
                    };
                    /** @description All granted ones together. */
                    totalLimit: {
                        /** @enum {string} */
                        unit: "working-days" | "working-minutes" | "clock-minutes";
                        amount: number;
                    };
                };
                reopenWithin: {
                    /** @enum {string} */
                    unit: "working-days" | "working-minutes" | "clock-minutes";
                    amount: number;
                };
                urgeQuiet: {
                    /** @enum {string} */
                    unit: "working-days" | "working-minutes" | "clock-minutes";
                    amount: number;
                };
                steps: {
                    key: string;
                    /** @enum {string} */
                    clock: "acceptance" | "response" | "resolution";
                    offset: {
                        /** @constant */
                        kind: "share";
                        share: number;
                    } | {
                        /** @constant */
                        kind: "after";
                        allowance: {
                            /** @enum {string} */
                            unit: "working-days" | "working-minutes" | "clock-minutes";
                            amount: number;
                        };
                    };
                    /** @enum {string} */
                    kind: "warn" | "escalate";
                    level: 0 | 1 | 2 | 3;
                    recipients: ("owner" | "head" | "dispatcher" | "director" | "leader")[];
                    /**
                     * @description The numbered notice issued with the step.
                     * @enum {string}
                     */
                    notice?: "urge-notice" | "supervision-order";
                }[];
                messagesAnyTime: boolean;
                active: boolean;
            }[];
        };
        NewPolicyDto: {
            code: string;
            name: string;
            acceptance: {
                /** @enum {string} */
                unit: "working-days" | "working-minutes" | "clock-minutes";
                amount: number;
            };
            response: {
                /** @enum {string} */
                unit: "working-days" | "working-minutes" | "clock-minutes";
                amount: number;
            };
            resolution: {
                /** @enum {string} */
                unit: "working-days" | "working-minutes" | "clock-minutes";
                amount: number;
            };
            redo: {
                /** @enum {string} */
                unit: "working-days" | "working-minutes" | "clock-minutes";
                amount: number;
            };
            returnWithin: {
                /** @enum {string} */
                unit: "working-days" | "working-minutes" | "clock-minutes";
                amount: number;
            };
            maxHops: number;
            autoClose: {
                /** @enum {string} */
                unit: "working-days" | "working-minutes" | "clock-minutes";
                amount: number;
            };
            extension: {
                /** @description How many may be granted for one ticket. */
                max: number;
                /** @description Up to this much the head decides about the first one. */
                headLimit: {
                    /** @enum {string} */
                    unit: "working-days" | "working-minutes" | "clock-minutes";
                    amount: number;
                };
                /** @description All granted ones together. */
                totalLimit: {
                    /** @enum {string} */
                    unit: "working-days" | "working-minutes" | "clock-minutes";
                    amount: number;
                };
            };
            pause: {
                /** @description How many may be granted for one ticket. */
                max: number;
                /** @description Up to this much the head decides about the first one. */
                headLimit: {
                    /** @enum {string} */
                    unit: "working-days" | "working-minutes" | "clock-minutes";
                    amount: number;
                };
                /** @description All granted ones together. */
                totalLimit: {
                    /** @enum {string} */
                    unit: "working-days" | "working-minutes" | "clock-minutes";
                    amount: number;
                };
            };
            reopenWithin: {
                /** @enum {string} */
                unit: "working-days" | "working-minutes" | "clock-minutes";
                amount: number;
            };
            urgeQuiet: {
                /** @enum {string} */
                unit: "working-days" | "working-minutes" | "clock-minutes";
                amount: number;
            };
            steps: {
                key: string;
                /** @enum {string} */
                clock: "acceptance" | "response" | "resolution";
                offset: {
                    /** @constant */
                    kind: "share";
                    share: number;
                } | {
                    /** @constant */
                    kind: "after";
                    allowance: {
                        /** @enum {string} */
                        unit: "working-days" | "working-minutes" | "clock-minutes";
                        amount: number;
                    };
                };
                /** @enum {string} */
                kind: "warn" | "escalate";
                level: 0 | 1 | 2 | 3;
                recipients: ("owner" | "head" | "dispatcher" | "director" | "leader")[];
                /**
                 * @description The numbered notice issued with the step.
                 * @enum {string}
                 */
                notice?: "urge-notice" | "supervision-order";
            }[];
            messagesAnyTime: boolean;
        };
        PolicyDto_Output: {
            code: string;
            version: number;
            name: string;
            acceptance: {
                /** @enum {string} */
                unit: "working-days" | "working-minutes" | "clock-minutes";
                amount: number;
            };
            response: {
                /** @enum {string} */
                unit: "working-days" | "working-minutes" | "clock-minutes";
                amount: number;
            };
            resolution: {
                /** @enum {string} */
                unit: "working-days" | "working-minutes" | "clock-minutes";
                amount: number;
            };
            redo: {
                /** @enum {string} */
                unit: "working-days" | "working-minutes" | "clock-minutes";
                amount: number;
            };
            returnWithin: {
                /** @enum {string} */
                unit: "working-days" | "working-minutes" | "clock-minutes";
                amount: number;
            };
            maxHops: number;
            autoClose: {
                /** @enum {string} */
                unit: "working-days" | "working-minutes" | "clock-minutes";
                amount: number;
            };
            extension: {
                /** @description How many may be granted for one ticket. */
                max: number;
                /** @description Up to this much the head decides about the first one. */
                headLimit: {
                    /** @enum {string} */
                    unit: "working-days" | "working-minutes" | "clock-minutes";
                    amount: number;
                };
                /** @description All granted ones together. */
                totalLimit: {
                    /** @enum {string} */
                    unit: "working-days" | "working-minutes" | "clock-minutes";
                    amount: number;
                };
            };
            pause: {
                /** @description How many may be granted for one ticket. */
                max: number;
                /** @description Up to this much the head decides about the first one. */
                headLimit: {
                    /** @enum {string} */
                    unit: "working-days" | "working-minutes" | "clock-minutes";
                    amount: number;
                };
                /** @description All granted ones together. */
                totalLimit: {
                    /** @enum {string} */
                    unit: "working-days" | "working-minutes" | "clock-minutes";
                    amount: number;
                };
            };
            reopenWithin: {
                /** @enum {string} */
                unit: "working-days" | "working-minutes" | "clock-minutes";
                amount: number;
            };
            urgeQuiet: {
                /** @enum {string} */
                unit: "working-days" | "working-minutes" | "clock-minutes";
                amount: number;
            };
            steps: {
                key: string;
                /** @enum {string} */
                clock: "acceptance" | "response" | "resolution";
                offset: {
                    /** @constant */
                    kind: "share";
                    share: number;
                } | {
                    /** @constant */
                    kind: "after";
                    allowance: {
                        /** @enum {string} */
                        unit: "working-days" | "working-minutes" | "clock-minutes";
                        amount: number;
                    };
                };
                /** @enum {string} */
                kind: "warn" | "escalate";
                level: 0 | 1 | 2 | 3;
                recipients: ("owner" | "head" | "dispatcher" | "director" | "leader")[];
                /**
                 * @description The numbered notice issued with the step.
                 * @enum {string}
                 */
                notice?: "urge-notice" | "supervision-order";
            }[];
            messagesAnyTime: boolean;
            active: boolean;
        };
        SavePolicyDto: {
            name: string;
            acceptance: {
                /** @enum {string} */
                unit: "working-days" | "working-minutes" | "clock-minutes";
                amount: number;
            };
            response: {
                /** @enum {string} */
                unit: "working-days" | "working-minutes" | "clock-minutes";
                amount: number;
            };
            resolution: {
                /** @enum {string} */
                unit: "working-days" | "working-minutes" | "clock-minutes";
                amount: number;
            };
            redo: {
                /** @enum {string} */
                unit: "working-days" | "working-minutes" | "clock-minutes";
                amount: number;
            };
            returnWithin: {
                /** @enum {string} */
                unit: "working-days" | "working-minutes" | "clock-minutes";
                amount: number;
            };
            maxHops: number;
            autoClose: {
                /** @enum {string} */
                unit: "working-days" | "working-minutes" | "clock-minutes";
                amount: number;
            };
            extension: {
                /** @description How many may be granted for one ticket. */
                max: number;
                /** @description Up to this much the head decides about the first one. */
                headLimit: {
                    /** @enum {string} */
                    unit: "working-days" | "working-minutes" | "clock-minutes";
                    amount: number;
                };
                /** @description All granted ones together. */
                totalLimit: {
                    /** @enum {string} */
                    unit: "working-days" | "working-minutes" | "clock-minutes";
                    amount: number;
                };
            };
            pause: {
                /** @description How many may be granted for one ticket. */
                max: number;
                /** @description Up to this much the head decides about the first one. */
                headLimit: {
                    /** @enum {string} */
                    unit: "working-days" | "working-minutes" | "clock-minutes";
                    amount: number;
                };
                /** @description All granted ones together. */
                totalLimit: {
                    /** @enum {string} */
                    unit: "working-days" | "working-minutes" | "clock-minutes";
                    amount: number;
                };
            };
            reopenWithin: {
                /** @enum {string} */
                unit: "working-days" | "working-minutes" | "clock-minutes";
                amount: number;
            };
            urgeQuiet: {
                /** @enum {string} */
                unit: "working-days" | "working-minutes" | "clock-minutes";
                amount: number;
            };
            steps: {
                key: string;
                /** @enum {string} */
                clock: "acceptance" | "response" | "resolution";
                offset: {
                    /** @constant */
                    kind: "share";
                    share: number;
                } | {
                    /** @constant */
                    kind: "after";
                    allowance: {
                        /** @enum {string} */
                        unit: "working-days" | "working-minutes" | "clock-minutes";
                        amount: number;
                    };
                };
                /** @enum {string} */
                kind: "warn" | "escalate";
                level: 0 | 1 | 2 | 3;
                recipients: ("owner" | "head" | "dispatcher" | "director" | "leader")[];
                /**
                 * @description The numbered notice issued with the step.
                 * @enum {string}
                 */
                notice?: "urge-notice" | "supervision-order";
            }[];
            messagesAnyTime: boolean;
            active: boolean;
            /** @description The version that the change goes by; past ones are refused. */
            version: number;
        };
        KeywordRulesDto_Output: {
            rules: {
                id: string;
                keywords: string[];
                category: string;
                department?: string;
                /** @enum {string} */
                priority?: "normal" | "urgent" | "danger";
                weight: number;
                enabled: boolean;
            }[];
            version: number;
        };
        SaveKeywordRulesDto: {
            rules: {
                id: string;
                keywords: string[];
                category: string;
                department?: string;
                /** @enum {string} */
                priority?: "normal" | "urgent" | "danger";
                weight: number;
                enabled: boolean;
            }[];
            /** @description The version that the change goes by; past ones are refused. */
            version: number;
        };
        NewKeywordRuleDto: {
            id: string;
            keywords: string[];
            category: string;
            department?: string;
            /** @enum {string} */
            priority?: "normal" | "urgent" | "danger";
            weight: number;
            enabled: boolean;
            /** @description The version that the change goes by; past ones are refused. */
            version: number;
        };
        SaveKeywordRuleDto: {
            keywords: string[];
            category: string;
            department?: string;
            /** @enum {string} */
            priority?: "normal" | "urgent" | "danger";
            weight: number;
            enabled: boolean;
            /** @description The version that the change goes by; past ones are refused. */
            version: number;
        };
        TryKeywordRulesDto: {
            title: string;
            description: string;
            location?: string;
            /** @description Rules to try before they are saved; without them those in force. */
            rules?: {
                id: string;
                keywords: string[];
                category: string;
                department?: string;
                /** @enum {string} */
                priority?: "normal" | "urgent" | "danger";
                weight: number;
                enabled: boolean;
            }[];
        };
        TriedPlacementDto_Output: {
            placed: boolean;
            /** @description Code of the department. */
            department?: string;
            category?: string;
            priority?: string;
            basis?: string;
            ruleId?: string;
            /** @description The word of the rule that was found. */
            keyword?: string;
            /** @description Why it cannot be placed. */
            reason?: string;
            detail?: string;
        };
        DepartmentListDto_Output: {
            items: {
                code: string;
                name: string;
                /** @description Other ways people write it; one name leads to one department. */
                aliases: string[];
                defaultCategory?: string;
                active: boolean;
                version: number;
            }[];
        };
        NewDepartmentDto: {
            /**
             * @description Given out once, never again.
             * @example canteen-1
             */
            code: string;
            name: string;
            /** @description Other ways people write it; one name leads to one department. */
            aliases: string[];
            defaultCategory?: string;
        };
        DepartmentDto_Output: {
            code: string;
            name: string;
            /** @description Other ways people write it; one name leads to one department. */
            aliases: string[];
            defaultCategory?: string;
            active: boolean;
            version: number;
        };
        SaveDepartmentDto: {
            name: string;
            /** @description Other ways people write it; one name leads to one department. */
            aliases: string[];
            defaultCategory?: string;
            active: boolean;
            /** @description The version that the change goes by; past ones are refused. */
            version: number;
        };
        CategoryListDto_Output: {
            items: {
                code: string;
                name: string;
                aliases: string[];
                department: string;
                /** @description The category above; at most three levels. */
                parent?: string;
                policies: {
                    normal: string;
                    urgent?: string;
                    danger?: string;
                };
                photosRequired: boolean;
                questions: {
                    key: string;
                    label: string;
                    /** @enum {string} */
                    kind: "text" | "choice" | "number" | "date";
                    required: boolean;
                    options?: string[];
                }[];
                active: boolean;
                version: number;
            }[];
        };
        NewCategoryDto: {
            /**
             * @description Given out once, never again.
             * @example canteen-1
             */
            code: string;
            name: string;
            aliases: string[];
            department: string;
            /** @description The category above; at most three levels. */
            parent?: string;
            policies: {
                normal: string;
                urgent?: string;
                danger?: string;
            };
            photosRequired: boolean;
            questions: {
                key: string;
                label: string;
                /** @enum {string} */
                kind: "text" | "choice" | "number" | "date";
                required: boolean;
                options?: string[];
            }[];
        };
        CategoryDto_Output: {
            code: string;
            name: string;
            aliases: string[];
            department: string;
            /** @description The category above; at most three levels. */
            parent?: string;
            policies: {
                normal: string;
                urgent?: string;
                danger?: string;
            };
            photosRequired: boolean;
            questions: {
                key: string;
                label: string;
                /** @enum {string} */
                kind: "text" | "choice" | "number" | "date";
                required: boolean;
                options?: string[];
            }[];
            active: boolean;
            version: number;
        };
        SaveCategoryDto: {
            name: string;
            aliases: string[];
            department: string;
            /** @description The category above; at most three levels. */
            parent?: string;
            policies: {
                normal: string;
                urgent?: string;
                danger?: string;
            };
            photosRequired: boolean;
            questions: {
                key: string;
                label: string;
                /** @enum {string} */
                kind: "text" | "choice" | "number" | "date";
                required: boolean;
                options?: string[];
            }[];
            active: boolean;
            /** @description The version that the change goes by; past ones are refused. */
            version: number;
        };
        OfficeServicePointListDto_Output: {
            items: {
                code: string;
                name: string;
                /** @enum {string} */
                kind: "canteen" | "dormitory" | "office" | "facility" | "other";
                department: string;
                location?: string;
                active: boolean;
                /** @description For the QR code that hangs there; stands for the code. */
                token: string;
                version: number;
            }[];
        };
        NewServicePointDto: {
            /**
             * @description Given out once, never again.
             * @example canteen-1
             */
            code: string;
            name: string;
            /** @enum {string} */
            kind: "canteen" | "dormitory" | "office" | "facility" | "other";
            department: string;
            location?: string;
        };
        OfficeServicePointDto_Output: {
            code: string;
            name: string;
            /** @enum {string} */
            kind: "canteen" | "dormitory" | "office" | "facility" | "other";
            department: string;
            location?: string;
            active: boolean;
            /** @description For the QR code that hangs there; stands for the code. */
            token: string;
            version: number;
        };
        SaveServicePointDto: {
            name: string;
            /** @enum {string} */
            kind: "canteen" | "dormitory" | "office" | "facility" | "other";
            department: string;
            location?: string;
            active: boolean;
            /** @description The version that the change goes by; past ones are refused. */
            version: number;
        };
        PersonPageDto_Output: {
            items: {
                id: string;
                username: string;
                name: string;
                /** @enum {string} */
                role: "reporter" | "owner" | "head" | "dispatcher" | "verifier" | "director" | "leader" | "admin";
                /** @description Code of the main department. */
                department?: string;
                /** @description Codes of further departments. */
                alsoIn?: string[];
                /** Format: email */
                email?: string;
                onDuty: boolean;
                active: boolean;
                version: number;
                hasPassword: boolean;
                mustChangePassword: boolean;
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                lockedUntil?: string;
            }[];
            nextCursor?: string;
        };
        NewPersonDto: {
            username: string;
            name: string;
            /** @enum {string} */
            role: "reporter" | "owner" | "head" | "dispatcher" | "verifier" | "director" | "leader" | "admin";
            /** @description Code of the main department. */
            department?: string;
            /** @description Codes of further departments. */
            alsoIn?: string[];
            /** Format: email */
            email?: string;
            onDuty: boolean;
            password?: string;
        };
        AdmittedPersonDto_Output: {
            id: string;
            username: string;
            name: string;
            /** @enum {string} */
            role: "reporter" | "owner" | "head" | "dispatcher" | "verifier" | "director" | "leader" | "admin";
            /** @description Code of the main department. */
            department?: string;
            /** @description Codes of further departments. */
            alsoIn?: string[];
            /** Format: email */
            email?: string;
            onDuty: boolean;
            active: boolean;
            version: number;
            /** @description Shown once; it has to be changed at the first login. */
            initialPassword: string;
        };
        SavePersonDto: {
            name: string;
            /** @enum {string} */
            role: "reporter" | "owner" | "head" | "dispatcher" | "verifier" | "director" | "leader" | "admin";
            /** @description Code of the main department. */
            department?: string;
            /** @description Codes of further departments. */
            alsoIn?: string[];
            /** Format: email */
            email?: string;
            onDuty: boolean;
            /** @description The version that the change goes by; past ones are refused. */
            version: number;
        };
        PersonDto_Output: {
            id: string;
            username: string;
            name: string;
            /** @enum {string} */
            role: "reporter" | "owner" | "head" | "dispatcher" | "verifier" | "director" | "leader" | "admin";
            /** @description Code of the main department. */
            department?: string;
            /** @description Codes of further departments. */
            alsoIn?: string[];
            /** Format: email */
            email?: string;
            onDuty: boolean;
            active: boolean;
            version: number;
        };
        /** @default {} */
        InitialPasswordDto: {
            password?: string;
        };
        NewPasswordDto_Output: {
            /** @description Shown once; it has to be changed at the next login. */
            initialPassword: string;
        };
        TemplateListDto_Output: {
            items: {
                kind: string;
                version: number;
                original: {
                    /** @description Stands over the letter and in its subject, with the ticket behind it. */
                    subject: string;
                    /** @description Plain text in paragraphs. `{{word}}` puts a word in, `{{#if word}}…{{else}}…{{/if}}` asks about one. */
                    body: string;
                };
                /** @description The office's own text, where there is one. */
                own?: {
                    /** @description Stands over the letter and in its subject, with the ticket behind it. */
                    subject: string;
                    /** @description Plain text in paragraphs. `{{word}}` puts a word in, `{{#if word}}…{{else}}…{{/if}}` asks about one. */
                    body: string;
                };
            }[];
            variables: {
                name: string;
                label: string;
            }[];
        };
        SaveTemplateDto: {
            /** @description Stands over the letter and in its subject, with the ticket behind it. */
            subject: string;
            /** @description Plain text in paragraphs. `{{word}}` puts a word in, `{{#if word}}…{{else}}…{{/if}}` asks about one. */
            body: string;
            /** @description The version that the change goes by; 0 for the first one. */
            version: number;
        };
        TemplateDto_Output: {
            kind: string;
            version: number;
            original: {
                /** @description Stands over the letter and in its subject, with the ticket behind it. */
                subject: string;
                /** @description Plain text in paragraphs. `{{word}}` puts a word in, `{{#if word}}…{{else}}…{{/if}}` asks about one. */
                body: string;
            };
            /** @description The office's own text, where there is one. */
            own?: {
                /** @description Stands over the letter and in its subject, with the ticket behind it. */
                subject: string;
                /** @description Plain text in paragraphs. `{{word}}` puts a word in, `{{#if word}}…{{else}}…{{/if}}` asks about one. */
                body: string;
            };
        };
        ResetTemplateDto: {
            version: number;
        };
        LetterTextDto: {
            /** @description Stands over the letter and in its subject, with the ticket behind it. */
            subject: string;
            /** @description Plain text in paragraphs. `{{word}}` puts a word in, `{{#if word}}…{{else}}…{{/if}}` asks about one. */
            body: string;
        };
        TemplatePreviewDto_Output: {
            subject: string;
            text: string;
            html: string;
        };
        ConfigurationFileDto_Output: {
            /** @constant */
            format: "duban-configuration";
            /** @constant */
            formatVersion: 1;
            /**
             * Format: date-time
             * @example 2026-11-22T03:00:00.000Z
             */
            exportedAt?: string;
            departments?: {
                /**
                 * @description Given out once, never again.
                 * @example canteen-1
                 */
                code: string;
                name: string;
                /** @description Other ways people write it; one name leads to one department. */
                aliases: string[];
                defaultCategory?: string;
                active: boolean;
            }[];
            policies?: {
                code: string;
                name: string;
                acceptance: {
                    /** @enum {string} */
                    unit: "working-days" | "working-minutes" | "clock-minutes";
                    amount: number;
                };
                response: {
                    /** @enum {string} */
                    unit: "working-days" | "working-minutes" | "clock-minutes";
                    amount: number;
                };
                resolution: {
                    /** @enum {string} */
                    unit: "working-days" | "working-minutes" | "clock-minutes";
                    amount: number;
                };
                redo: {
                    /** @enum {string} */
                    unit: "working-days" | "working-minutes" | "clock-minutes";
                    amount: number;
                };
                returnWithin: {
                    /** @enum {string} */
                    unit: "working-days" | "working-minutes" | "clock-minutes";
                    amount: number;
                };
                maxHops: number;
                autoClose: {
                    /** @enum {string} */
                    unit: "working-days" | "working-minutes" | "clock-minutes";
                    amount: number;
                };
                extension: {
                    /** @description How many may be granted for one ticket. */
                    max: number;
                    /** @description Up to this much the head decides about the first one. */
                    headLimit: {
                        /** @enum {string} */
                        unit: "working-days" | "working-minutes" | "clock-minutes";
                        amount: number;
                    };
                    /** @description All granted ones together. */
                    totalLimit: {
                        /** @enum {string} */
                        unit: "working-days" | "working-minutes" | "clock-minutes";
                        amount: number;
                    };
                };
                pause: {
                    /** @description How many may be granted for one ticket. */
                    max: number;
                    /** @description Up to this much the head decides about the first one. */
                    headLimit: {
                        /** @enum {string} */
                        unit: "working-days" | "working-minutes" | "clock-minutes";
                        amount: number;
                    };
                    /** @description All granted ones together. */
                    totalLimit: {
                        /** @enum {string} */
                        unit: "working-days" | "working-minutes" | "clock-minutes";
                        amount: number;
                    };
                };
                reopenWithin: {
                    /** @enum {string} */
                    unit: "working-days" | "working-minutes" | "clock-minutes";
                    amount: number;
                };
                urgeQuiet: {
                    /** @enum {string} */
                    unit: "working-days" | "working-minutes" | "clock-minutes";
                    amount: number;
                };
                steps: {
                    key: string;
                    /** @enum {string} */
                    clock: "acceptance" | "response" | "resolution";
                    offset: {
                        /** @constant */
                        kind: "share";
                        share: number;
                    } | {
                        /** @constant */
                        kind: "after";
                        allowance: {
                            /** @enum {string} */
                            unit: "working-days" | "working-minutes" | "clock-minutes";
                            amount: number;
                        };
                    };
                    /** @enum {string} */
                    kind: "warn" | "escalate";
                    level: 0 | 1 | 2 | 3;
                    recipients: ("owner" | "head" | "dispatcher" | "director" | "leader")[];
                    /**
                     * @description The numbered notice issued with the step.
                     * @enum {string}
                     */
                    notice?: "urge-notice" | "supervision-order";
                }[];
                messagesAnyTime: boolean;
                active: boolean;
            }[];
            categories?: {
                /**
                 * @description Given out once, never again.
                 * @example canteen-1
                 */
                code: string;
                name: string;
                aliases: string[];
                department: string;
                /** @description The category above; at most three levels. */
                parent?: string;
                policies: {
                    normal: string;
                    urgent?: string;
                    danger?: string;
                };
                photosRequired: boolean;
                questions: {
                    key: string;
                    label: string;
                    /** @enum {string} */
                    kind: "text" | "choice" | "number" | "date";
                    required: boolean;
                    options?: string[];
                }[];
                active: boolean;
            }[];
            servicePoints?: {
                /**
                 * @description Given out once, never again.
                 * @example canteen-1
                 */
                code: string;
                name: string;
                /** @enum {string} */
                kind: "canteen" | "dormitory" | "office" | "facility" | "other";
                department: string;
                location?: string;
                active: boolean;
                token: string;
            }[];
            keywordRules?: {
                id: string;
                keywords: string[];
                category: string;
                department?: string;
                /** @enum {string} */
                priority?: "normal" | "urgent" | "danger";
                weight: number;
                enabled: boolean;
            }[];
            /** @description Letters with a text of the office's own. */
            templates?: {
                kind: string;
                /** @description Stands over the letter and in its subject, with the ticket behind it. */
                subject: string;
                /** @description Plain text in paragraphs. `{{word}}` puts a word in, `{{#if word}}…{{else}}…{{/if}}` asks about one. */
                body: string;
            }[];
            calendar?: {
                /** @description Monday to Sunday. */
                weekly: string[];
                /** @description Office hours between two days of every year, both inclusive. */
                seasons: {
                    /** @example 05-01 */
                    from: string;
                    /** @example 05-01 */
                    to: string;
                    /** @description Monday to Sunday. */
                    weekly: string[];
                }[];
                vacations: {
                    /**
                     * Format: date
                     * @example 2026-05-01
                     */
                    from: string;
                    /**
                     * Format: date
                     * @example 2026-05-01
                     */
                    to: string;
                    name: string;
                    /** @description Monday to Sunday. */
                    weekly: string[];
                }[];
                overrides: {
                    /**
                     * Format: date
                     * @example 2026-05-01
                     */
                    date: string;
                    /** @enum {string} */
                    kind: "holiday" | "workday";
                    /**
                     * @description `university`: the university's own decision.
                     * @default official
                     * @enum {string}
                     */
                    source: "official" | "university";
                    /**
                     * @description On a `workday`; without them, a Monday's.
                     * @example 08:30-12:00 14:00-17:30
                     */
                    hours?: string;
                    note?: string;
                }[];
                /** @description Years whose official list of holidays has been entered. */
                officialYears: number[];
            };
            people?: {
                username: string;
                name: string;
                /** @enum {string} */
                role: "reporter" | "owner" | "head" | "dispatcher" | "verifier" | "director" | "leader" | "admin";
                /** @description Code of the main department. */
                department?: string;
                /** @description Codes of further departments. */
                alsoIn?: string[];
                /** Format: email */
                email?: string;
                onDuty: boolean;
                active: boolean;
            }[];
        };
        ConfigurationFileDto: {
            /** @constant */
            format: "duban-configuration";
            /** @constant */
            formatVersion: 1;
            /**
             * Format: date-time
             * @example 2026-11-22T03:00:00.000Z
             */
            exportedAt?: string;
            departments?: {
                /**
                 * @description Given out once, never again.
                 * @example canteen-1
                 */
                code: string;
                name: string;
                /** @description Other ways people write it; one name leads to one department. */
                aliases: string[];
                defaultCategory?: string;
                active: boolean;
            }[];
            policies?: {
                code: string;
                name: string;
                acceptance: {
                    /** @enum {string} */
                    unit: "working-days" | "working-minutes" | "clock-minutes";
                    amount: number;
                };
                response: {
                    /** @enum {string} */
                    unit: "working-days" | "working-minutes" | "clock-minutes";
                    amount: number;
                };
                resolution: {
                    /** @enum {string} */
                    unit: "working-days" | "working-minutes" | "clock-minutes";
                    amount: number;
                };
                redo: {
                    /** @enum {string} */
                    unit: "working-days" | "working-minutes" | "clock-minutes";
                    amount: number;
                };
                returnWithin: {
                    /** @enum {string} */
                    unit: "working-days" | "working-minutes" | "clock-minutes";
                    amount: number;
                };
                maxHops: number;
                autoClose: {
                    /** @enum {string} */
                    unit: "working-days" | "working-minutes" | "clock-minutes";
                    amount: number;
                };
                extension: {
                    /** @description How many may be granted for one ticket. */
                    max: number;
                    /** @description Up to this much the head decides about the first one. */
                    headLimit: {
                        /** @enum {string} */
                        unit: "working-days" | "working-minutes" | "clock-minutes";
                        amount: number;
                    };
                    /** @description All granted ones together. */
                    totalLimit: {
                        /** @enum {string} */
                        unit: "working-days" | "working-minutes" | "clock-minutes";
                        amount: number;
                    };
                };
                pause: {
                    /** @description How many may be granted for one ticket. */
                    max: number;
                    /** @description Up to this much the head decides about the first one. */
                    headLimit: {
                        /** @enum {string} */
                        unit: "working-days" | "working-minutes" | "clock-minutes";
                        amount: number;
                    };
                    /** @description All granted ones together. */
                    totalLimit: {
                        /** @enum {string} */
                        unit: "working-days" | "working-minutes" | "clock-minutes";
                        amount: number;
                    };
                };
                reopenWithin: {
                    /** @enum {string} */
                    unit: "working-days" | "working-minutes" | "clock-minutes";
                    amount: number;
                };
                urgeQuiet: {
                    /** @enum {string} */
                    unit: "working-days" | "working-minutes" | "clock-minutes";
                    amount: number;
                };
                steps: {
                    key: string;
                    /** @enum {string} */
                    clock: "acceptance" | "response" | "resolution";
                    offset: {
                        /** @constant */
                        kind: "share";
                        share: number;
                    } | {
                        /** @constant */
                        kind: "after";
                        allowance: {
                            /** @enum {string} */
                            unit: "working-days" | "working-minutes" | "clock-minutes";
                            amount: number;
                        };
                    };
                    /** @enum {string} */
                    kind: "warn" | "escalate";
                    level: 0 | 1 | 2 | 3;
                    recipients: ("owner" | "head" | "dispatcher" | "director" | "leader")[];
                    /**
                     * @description The numbered notice issued with the step.
                     * @enum {string}
                     */
                    notice?: "urge-notice" | "supervision-order";
                }[];
                messagesAnyTime: boolean;
                active: boolean;
            }[];
            categories?: {
                /**
                 * @description Given out once, never again.
                 * @example canteen-1
                 */
                code: string;
                name: string;
                aliases: string[];
                department: string;
                /** @description The category above; at most three levels. */
                parent?: string;
                policies: {
                    normal: string;
                    urgent?: string;
                    danger?: string;
                };
                photosRequired: boolean;
                questions: {
                    key: string;
                    label: string;
                    /** @enum {string} */
                    kind: "text" | "choice" | "number" | "date";
                    required: boolean;
                    options?: string[];
                }[];
                active: boolean;
            }[];
            servicePoints?: {
                /**
                 * @description Given out once, never again.
                 * @example canteen-1
                 */
                code: string;
                name: string;
                /** @enum {string} */
                kind: "canteen" | "dormitory" | "office" | "facility" | "other";
                department: string;
                location?: string;
                active: boolean;
                token: string;
            }[];
            keywordRules?: {
                id: string;
                keywords: string[];
                category: string;
                department?: string;
                /** @enum {string} */
                priority?: "normal" | "urgent" | "danger";
                weight: number;
                enabled: boolean;
            }[];
            /** @description Letters with a text of the office's own. */
            templates?: {
                kind: string;
                /** @description Stands over the letter and in its subject, with the ticket behind it. */
                subject: string;
                /** @description Plain text in paragraphs. `{{word}}` puts a word in, `{{#if word}}…{{else}}…{{/if}}` asks about one. */
                body: string;
            }[];
            calendar?: {
                /** @description Monday to Sunday. */
                weekly: string[];
                /** @description Office hours between two days of every year, both inclusive. */
                seasons: {
                    /** @example 05-01 */
                    from: string;
                    /** @example 05-01 */
                    to: string;
                    /** @description Monday to Sunday. */
                    weekly: string[];
                }[];
                vacations: {
                    /**
                     * Format: date
                     * @example 2026-05-01
                     */
                    from: string;
                    /**
                     * Format: date
                     * @example 2026-05-01
                     */
                    to: string;
                    name: string;
                    /** @description Monday to Sunday. */
                    weekly: string[];
                }[];
                overrides: {
                    /**
                     * Format: date
                     * @example 2026-05-01
                     */
                    date: string;
                    /** @enum {string} */
                    kind: "holiday" | "workday";
                    /**
                     * @description `university`: the university's own decision.
                     * @default official
                     * @enum {string}
                     */
                    source?: "official" | "university";
                    /**
                     * @description On a `workday`; without them, a Monday's.
                     * @example 08:30-12:00 14:00-17:30
                     */
                    hours?: string;
                    note?: string;
                }[];
                /** @description Years whose official list of holidays has been entered. */
                officialYears: number[];
            };
            people?: {
                username: string;
                name: string;
                /** @enum {string} */
                role: "reporter" | "owner" | "head" | "dispatcher" | "verifier" | "director" | "leader" | "admin";
                /** @description Code of the main department. */
                department?: string;
                /** @description Codes of further departments. */
                alsoIn?: string[];
                /** Format: email */
                email?: string;
                onDuty: boolean;
                active: boolean;
            }[];
        };
        ImportReportDto_Output: {
            applied: boolean;
            differences: {
                part: string;
                added: string[];
                changed: string[];
                /** @description There, but not in the file: an import takes nothing away. */
                untouched: string[];
            }[];
            faults: {
                pointer: string;
                message: string;
            }[];
            /** @description What another calendar would move; absent where it is the same. */
            calendar?: {
                tickets: number;
                earlier: number;
                later: number;
            };
        };
        ConfigurationLogDto_Output: {
            items: {
                seq: number;
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                at: string;
                /** @description The person's name, or the part of the system that acted. */
                by: string;
                kind: string;
                subject: string;
                before?: unknown;
                after?: unknown;
                reason?: string;
                /** @description SHA-256 over the entry and the hash before it. */
                hash: string;
            }[];
            nextCursor?: string;
        };
        ServicePointListDto_Output: {
            items: {
                code: string;
                name: string;
                kind: string;
                /** @description The department's name. */
                department: string;
                location?: string;
            }[];
        };
        ServicePointDto_Output: {
            code: string;
            name: string;
            kind: string;
            /** @description The department's name. */
            department: string;
            location?: string;
        };
        CurrentCalendarDto_Output: {
            version: number;
            /**
             * Format: date-time
             * @example 2026-11-22T03:00:00.000Z
             */
            savedAt: string;
            /** @description Name; nobody saved the first version. */
            savedBy?: string;
            reason: string;
            calendar: {
                /** @description Monday to Sunday. */
                weekly: string[];
                /** @description Office hours between two days of every year, both inclusive. */
                seasons: {
                    /** @example 05-01 */
                    from: string;
                    /** @example 05-01 */
                    to: string;
                    /** @description Monday to Sunday. */
                    weekly: string[];
                }[];
                vacations: {
                    /**
                     * Format: date
                     * @example 2026-05-01
                     */
                    from: string;
                    /**
                     * Format: date
                     * @example 2026-05-01
                     */
                    to: string;
                    name: string;
                    /** @description Monday to Sunday. */
                    weekly: string[];
                }[];
                overrides: {
                    /**
                     * Format: date
                     * @example 2026-05-01
                     */
                    date: string;
                    /** @enum {string} */
                    kind: "holiday" | "workday";
                    /**
                     * @description `university`: the university's own decision.
                     * @default official
                     * @enum {string}
                     */
                    source: "official" | "university";
                    /**
                     * @description On a `workday`; without them, a Monday's.
                     * @example 08:30-12:00 14:00-17:30
                     */
                    hours?: string;
                    note?: string;
                }[];
                /** @description Years whose official list of holidays has been entered. */
                officialYears: number[];
            };
            /** @description Needed years without an official list of holidays. */
            warnings: {
                year: number;
                /** @description Open deadlines that are counted through it as if it had none. */
                deadlines: number;
            }[];
        };
        CalendarVersionPageDto_Output: {
            items: {
                version: number;
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                savedAt: string;
                /** @description Name; nobody saved the first version. */
                savedBy?: string;
                reason: string;
                /**
                 * @description How far it has been carried into the open tickets.
                 * @enum {string}
                 */
                state?: "waiting" | "running" | "done" | "superseded";
            }[];
            nextCursor?: string;
        };
        CalendarVersionDto_Output: {
            version: number;
            /**
             * Format: date-time
             * @example 2026-11-22T03:00:00.000Z
             */
            savedAt: string;
            /** @description Name; nobody saved the first version. */
            savedBy?: string;
            reason: string;
            calendar: {
                /** @description Monday to Sunday. */
                weekly: string[];
                /** @description Office hours between two days of every year, both inclusive. */
                seasons: {
                    /** @example 05-01 */
                    from: string;
                    /** @example 05-01 */
                    to: string;
                    /** @description Monday to Sunday. */
                    weekly: string[];
                }[];
                vacations: {
                    /**
                     * Format: date
                     * @example 2026-05-01
                     */
                    from: string;
                    /**
                     * Format: date
                     * @example 2026-05-01
                     */
                    to: string;
                    name: string;
                    /** @description Monday to Sunday. */
                    weekly: string[];
                }[];
                overrides: {
                    /**
                     * Format: date
                     * @example 2026-05-01
                     */
                    date: string;
                    /** @enum {string} */
                    kind: "holiday" | "workday";
                    /**
                     * @description `university`: the university's own decision.
                     * @default official
                     * @enum {string}
                     */
                    source: "official" | "university";
                    /**
                     * @description On a `workday`; without them, a Monday's.
                     * @example 08:30-12:00 14:00-17:30
                     */
                    hours?: string;
                    note?: string;
                }[];
                /** @description Years whose official list of holidays has been entered. */
                officialYears: number[];
            };
        };
        CalendarDaysDto_Output: {
            items: {
                date: string;
                /** @description 1 Monday to 7 Sunday. */
                weekday: number;
                hours: string;
                /**
                 * @description `closure` and `special` are the university’s own days of rest and of work.
                 * @enum {string}
                 */
                rule: "holiday" | "make-up" | "closure" | "special" | "vacation" | "season" | "weekly";
                note?: string;
                /** @description Whether the year's official list has been entered. */
                listed: boolean;
            }[];
        };
        PreviewCalendarDto: {
            /** @description The version that was edited. */
            basedOn: number;
            calendar: {
                /** @description Monday to Sunday. */
                weekly: string[];
                /** @description Office hours between two days of every year, both inclusive. */
                seasons: {
                    /** @example 05-01 */
                    from: string;
                    /** @example 05-01 */
                    to: string;
                    /** @description Monday to Sunday. */
                    weekly: string[];
                }[];
                vacations: {
                    /**
                     * Format: date
                     * @example 2026-05-01
                     */
                    from: string;
                    /**
                     * Format: date
                     * @example 2026-05-01
                     */
                    to: string;
                    name: string;
                    /** @description Monday to Sunday. */
                    weekly: string[];
                }[];
                overrides: {
                    /**
                     * Format: date
                     * @example 2026-05-01
                     */
                    date: string;
                    /** @enum {string} */
                    kind: "holiday" | "workday";
                    /**
                     * @description `university`: the university's own decision.
                     * @default official
                     * @enum {string}
                     */
                    source?: "official" | "university";
                    /**
                     * @description On a `workday`; without them, a Monday's.
                     * @example 08:30-12:00 14:00-17:30
                     */
                    hours?: string;
                    note?: string;
                }[];
                /** @description Years whose official list of holidays has been entered. */
                officialYears: number[];
            };
        };
        CalendarPreviewDto_Output: {
            /** @description To be sent along when it is applied. */
            token: string;
            warnings: {
                year: number;
                /** @description Open deadlines that are counted through it as if it had none. */
                deadlines: number;
            }[];
            /** @description Open tickets that were looked at. */
            checked: number;
            /** @description Tickets with a deadline that would move. */
            tickets: number;
            /** @description Deadlines that would come earlier. */
            earlier: number;
            later: number;
            /** @description The first fifty. */
            moves: {
                number: string;
                title: string;
                /** @enum {string} */
                clock: "acceptance" | "response" | "resolution";
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                from: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                to: string;
                /** @enum {string} */
                direction: "earlier" | "later";
            }[];
        };
        ApplyCalendarDto: {
            /** @description The version that was edited. */
            basedOn: number;
            calendar: {
                /** @description Monday to Sunday. */
                weekly: string[];
                /** @description Office hours between two days of every year, both inclusive. */
                seasons: {
                    /** @example 05-01 */
                    from: string;
                    /** @example 05-01 */
                    to: string;
                    /** @description Monday to Sunday. */
                    weekly: string[];
                }[];
                vacations: {
                    /**
                     * Format: date
                     * @example 2026-05-01
                     */
                    from: string;
                    /**
                     * Format: date
                     * @example 2026-05-01
                     */
                    to: string;
                    name: string;
                    /** @description Monday to Sunday. */
                    weekly: string[];
                }[];
                overrides: {
                    /**
                     * Format: date
                     * @example 2026-05-01
                     */
                    date: string;
                    /** @enum {string} */
                    kind: "holiday" | "workday";
                    /**
                     * @description `university`: the university's own decision.
                     * @default official
                     * @enum {string}
                     */
                    source?: "official" | "university";
                    /**
                     * @description On a `workday`; without them, a Monday's.
                     * @example 08:30-12:00 14:00-17:30
                     */
                    hours?: string;
                    note?: string;
                }[];
                /** @description Years whose official list of holidays has been entered. */
                officialYears: number[];
            };
            previewToken: string;
            reason: string;
        };
        CalendarChangeDto_Output: {
            version: number;
            /**
             * Format: date-time
             * @example 2026-11-22T03:00:00.000Z
             */
            savedAt: string;
            /** @description Name; nobody saved the first version. */
            savedBy?: string;
            reason: string;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "superseded";
            checked: number;
            /** @description Tickets with a deadline that moved. */
            moved: number;
            failed: number;
            failures: {
                ticket: string;
                problem: string;
            }[];
            /**
             * Format: date-time
             * @example 2026-11-22T03:00:00.000Z
             */
            finishedAt?: string;
            links: {
                self: string;
            };
        };
        NotificationPageDto_Output: {
            items: {
                id: string;
                ticketNumber: string;
                kind: string;
                channel: string;
                /** @description The person's name, or 'reporter'; never an address. */
                recipient: string;
                /** @enum {string} */
                status: "pending" | "sent" | "failed" | "dropped";
                attempts: number;
                lastError?: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                createdAt: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                sentAt?: string;
            }[];
            nextCursor?: string;
        };
        NotificationDto_Output: {
            id: string;
            ticketNumber: string;
            kind: string;
            channel: string;
            /** @description The person's name, or 'reporter'; never an address. */
            recipient: string;
            /** @enum {string} */
            status: "pending" | "sent" | "failed" | "dropped";
            attempts: number;
            lastError?: string;
            /**
             * Format: date-time
             * @example 2026-11-22T03:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-11-22T03:00:00.000Z
             */
            sentAt?: string;
        };
        SetLeaveDto: {
            /** @example 2026-04-20T15:00:00+08:00 */
            from: string;
            /**
             * @description No longer included.
             * @example 2026-04-20T15:00:00+08:00
             */
            to: string;
            /** @description User name of whoever acts for the one away (AB角). */
            standIn?: string;
            note?: string;
        };
        PersonDutiesDto_Output: {
            username: string;
            name: string;
            active: boolean;
            leave?: {
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                from: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                to: string;
                standIn?: {
                    username: string;
                    name: string;
                };
                note?: string;
            };
            actingHeadOf: {
                department: {
                    code: string;
                    name: string;
                };
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                from: string;
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                to: string;
            }[];
        };
        SetActingHeadDto: {
            /** @description Department code or name. */
            department: string;
            /** @example 2026-04-20T15:00:00+08:00 */
            from: string;
            /**
             * @description No longer included.
             * @example 2026-04-20T15:00:00+08:00
             */
            to: string;
        };
        DeactivatePersonDto: {
            reason: string;
        };
        EmploymentDto_Output: {
            username: string;
            name: string;
            active: boolean;
        };
        /** @default {} */
        ReactivatePersonDto: {
            reason?: string;
        };
        ReassignmentPageDto_Output: {
            items: {
                number: string;
                title: string;
                status: string;
                department?: {
                    code: string;
                    name: string;
                };
                /**
                 * Format: date-time
                 * @example 2026-11-22T03:00:00.000Z
                 */
                resolveDueAt?: string;
                duties: {
                    /** @description Absent where it is the ticket itself. */
                    subTaskId?: string;
                    /** @description The name of whoever cannot do it any more. */
                    person: string;
                    username?: string;
                    department?: {
                        code: string;
                        name: string;
                    };
                    /**
                     * Format: date-time
                     * @example 2026-11-22T03:00:00.000Z
                     */
                    since: string;
                    reason: string;
                }[];
            }[];
            nextCursor?: string;
        };
        ReferenceDataDto_Output: {
            departments: {
                code: string;
                name: string;
            }[];
            categories: {
                code: string;
                name: string;
                department: string;
                parent?: string;
                /** @description Asked with a report of this category. */
                questions?: {
                    key: string;
                    label: string;
                    /** @enum {string} */
                    kind: "text" | "choice" | "number" | "date";
                    required: boolean;
                    options?: string[];
                }[];
            }[];
        };
        OwnerListDto_Output: {
            items: {
                username: string;
                name: string;
                department?: string;
                departmentCode?: string;
                active: boolean;
                onDuty: boolean;
                away: boolean;
                openTickets: number;
            }[];
        };
        ProblemDefinitionDto_Output: {
            code: string;
            status: number;
            title: string;
            titleZh: string;
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            detail?: string;
            instance?: string;
            /** @enum {string} */
            code: "TICKET.ILLEGAL_TRANSITION" | "TICKET.NOT_BY_HAND" | "TICKET.NOT_ALLOWED" | "TICKET.OWN_WORK" | "TICKET.REASON_REQUIRED" | "TICKET.TEXT_REQUIRED" | "TICKET.COMMENT_LIMIT" | "TICKET.OWNER_NOT_ELIGIBLE" | "TICKET.SAME_OWNER" | "TICKET.RETURN_TOO_LATE" | "TICKET.RETURN_LIMIT" | "TICKET.BINDING_DISPATCH_ONLY" | "TICKET.ALREADY_RATED" | "TICKET.NOTHING_DUE" | "TICKET.MERGE_TARGET" | "TICKET.NO_REASSIGNMENT" | "TICKET.DATE_INVALID" | "TICKET.SUB_TASK_NOT_FOUND" | "TICKET.SUB_TASK_LIMIT" | "TICKET.SUB_TASKS_OPEN" | "TICKET.DEADLINE_PASSED" | "TICKET.REQUEST_PENDING" | "TICKET.REQUEST_LIMIT" | "TICKET.NO_REQUEST" | "TICKET.APPROVAL_LEVEL" | "TICKET.PAUSED" | "TICKET.NOT_PAUSED" | "TICKET.NOTICE_NOT_FOUND" | "TICKET.NOTICE_SETTLED" | "TICKET.NOTICE_LIMIT" | "TICKET.NOTICES_OPEN" | "TICKET.PHOTO_REQUIRED" | "TICKET.ATTACHMENT_LIMIT" | "TICKET.CLOSING_PROPOSED" | "TICKET.NO_CLOSING_PROPOSED" | "TICKET.SECOND_LEADER_NEEDED" | "TICKET.REOPEN_LIMIT" | "TICKET.REOPEN_TOO_LATE" | "TICKET.URGE_TOO_EARLY" | "TICKET.URGED_TODAY" | "IDENTITY.NOT_FOUND" | "IDENTITY.NOT_HIDDEN" | "IDENTITY.NOT_ALLOWED" | "IDENTITY.OWN_WORK" | "IDENTITY.REASON_REQUIRED" | "IDENTITY.ALREADY_REQUESTED" | "IDENTITY.SECOND_PERSON_NEEDED" | "IDENTITY.ALREADY_DECIDED" | "IDENTITY.NOT_APPROVED" | "IDENTITY.EXPIRED" | "IDENTITY.NOT_YOURS" | "IDENTITY.ALREADY_READ" | "IDENTITY.UNREADABLE" | "ATTACHMENT.FILE_MISSING" | "ATTACHMENT.TOO_LARGE" | "ATTACHMENT.TOO_MANY" | "ATTACHMENT.UNSUPPORTED_TYPE" | "ATTACHMENT.DAMAGED" | "ATTACHMENT.INFECTED" | "ATTACHMENT.NOT_FOUND" | "ATTACHMENT.LINK_INVALID" | "REQUEST.MALFORMED" | "REQUEST.INVALID" | "REQUEST.TOO_LARGE" | "REQUEST.UNSUPPORTED_MEDIA_TYPE" | "REQUEST.NOT_FOUND" | "REQUEST.METHOD_NOT_ALLOWED" | "REQUEST.RATE_LIMITED" | "REQUEST.IDEMPOTENCY_KEY_REUSED" | "REQUEST.CURSOR_INVALID" | "AUTH.REQUIRED" | "AUTH.INVALID_CREDENTIALS" | "AUTH.LOCKED" | "AUTH.CSRF" | "AUTH.FORBIDDEN" | "TICKET.NOT_FOUND" | "TICKET.CONFLICT" | "TICKET.DEPARTMENT_UNKNOWN" | "TICKET.CATEGORY_UNKNOWN" | "TICKET.NO_OWNER_AVAILABLE" | "TICKET.ANSWERS_INVALID" | "TICKET.SERVICE_POINT_UNKNOWN" | "FOLLOW_UP.NOT_FOUND" | "FOLLOW_UP.NOTHING_TO_DRAW" | "SESSION.NOT_FOUND" | "IMPORT.NOT_FOUND" | "IMPORT.NOT_COMMITTABLE" | "IMPORT.FILE_MISSING" | "IMPORT.FILE_TOO_LARGE" | "IMPORT.UNSUPPORTED_TYPE" | "IMPORT.MAPPING_INVALID" | "POLICY.NOT_FOUND" | "POLICY.INVALID" | "ROUTING.INVALID" | "ROUTING.NOT_FOUND" | "CONFIGURATION.CONFLICT" | "CONFIGURATION.CODE_TAKEN" | "CONFIGURATION.IN_USE" | "CONFIGURATION.IMPORT_INVALID" | "DEPARTMENT.NOT_FOUND" | "DEPARTMENT.INVALID" | "CATEGORY.NOT_FOUND" | "CATEGORY.INVALID" | "SERVICE_POINT.NOT_FOUND" | "SERVICE_POINT.INVALID" | "TEMPLATE.NOT_FOUND" | "TEMPLATE.INVALID" | "PERSON.NOT_FOUND" | "PERSON.NOT_ALLOWED" | "PERSON.DUTIES_INVALID" | "PERSON.ONESELF" | "PERSON.INVALID" | "PERSON.USERNAME_TAKEN" | "PERSON.LAST_ADMIN" | "PERSON.PASSWORD_WRONG" | "AUTH.PASSWORD_CHANGE_REQUIRED" | "CALENDAR.INVALID" | "CALENDAR.CONFLICT" | "CALENDAR.NOT_PREVIEWED" | "CALENDAR.NOT_FOUND" | "NOTIFICATION.NOT_FOUND" | "NOTIFICATION.NOT_RESENDABLE" | "SERVER.UNAVAILABLE" | "SERVER.INTERNAL";
            correlationId: string;
            errors?: {
                pointer: string;
                detail: string;
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeDto_Output"];
                };
            };
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Logged out, or was not logged in. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeDto_Output"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeDto_Output"];
                };
            };
        };
    };
    upload: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description JPEG, PNG, WebP, PDF, .docx or .xlsx, by its content whatever it is called.
                     */
                    file: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadedAttachmentDto_Output"];
                };
            };
        };
    };
    download: {
        parameters: {
            query: {
                /** @description Seconds since 1970. */
                expires: number;
                signature: string;
            };
            header?: never;
            path: {
                id: string;
                variant: "file" | "thumbnail";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                    "image/png": string;
                    "image/webp": string;
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
        };
    };
    listTickets: {
        parameters: {
            query?: {
                /** @description Where the last page ended: its `nextCursor`. */
                cursor?: string;
                limit?: number;
                /** @description One status, or several separated by commas. */
                status?: string;
                /** @description Department code or name. */
                department?: string;
                /** @description Owner's id or user name; `me` for the one asking. */
                owner?: string;
                /** @description Category code or name. */
                category?: string;
                overdue?: "true" | "false";
                session?: string;
                /** @description Ticket number, or words of title and description. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketPageDto_Output"];
                };
            };
        };
    };
    submit: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitTicketDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmittedTicketDto_Output"];
                };
            };
        };
    };
    track: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                trackingCode: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackedTicketDto_Output"];
                };
            };
        };
    };
    rateTracked: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                trackingCode: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RateDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackedTicketDto_Output"];
                };
            };
        };
    };
    commentTracked: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                trackingCode: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublicCommentDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackedTicketDto_Output"];
                };
            };
        };
    };
    withdrawTracked: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                trackingCode: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawTrackedDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackedTicketDto_Output"];
                };
            };
        };
    };
    urgeTracked: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                trackingCode: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UrgeTrackedDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackedTicketDto_Output"];
                };
            };
        };
    };
    reopenTracked: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                trackingCode: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReopenTrackedDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackedTicketDto_Output"];
                };
            };
        };
    };
    attachTracked: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                trackingCode: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttachTrackedDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackedTicketDto_Output"];
                };
            };
        };
    };
    viewTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDto_Output"];
                };
            };
        };
    };
    requestExtension: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestExtensionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDto_Output"];
                };
            };
        };
    };
    requestPause: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestPauseDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDto_Output"];
                };
            };
        };
    };
    withdrawRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawRequestDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDto_Output"];
                };
            };
        };
    };
    approveRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDto_Output"];
                };
            };
        };
    };
    refuseRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDto_Output"];
                };
            };
        };
    };
    resume: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResumeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDto_Output"];
                };
            };
        };
    };
    urge: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UrgeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDto_Output"];
                };
            };
        };
    };
    supervise: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuperviseDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDto_Output"];
                };
            };
        };
    };
    instruct: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InstructDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDto_Output"];
                };
            };
        };
    };
    acknowledgeNotice: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcknowledgeNoticeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDto_Output"];
                };
            };
        };
    };
    answerNotice: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerNoticeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDto_Output"];
                };
            };
        };
    };
    returnResult: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnResultDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDto_Output"];
                };
            };
        };
    };
    approveResult: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveResultDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDto_Output"];
                };
            };
        };
    };
    rate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RateTicketDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDto_Output"];
                };
            };
        };
    };
    followUp: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FollowUpDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDto_Output"];
                };
            };
        };
    };
    closeByDecision: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseByDecisionDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDto_Output"];
                };
            };
        };
    };
    confirmClosing: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmClosingDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDto_Output"];
                };
            };
        };
    };
    rejectClosing: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RejectClosingDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDto_Output"];
                };
            };
        };
    };
    reopen: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReopenDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDto_Output"];
                };
            };
        };
    };
    accept: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDto_Output"];
                };
            };
        };
    };
    addCoHandler: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddCoHandlerDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDto_Output"];
                };
            };
        };
    };
    completeSubTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompleteSubTaskDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDto_Output"];
                };
            };
        };
    };
    cancelSubTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelSubTaskDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDto_Output"];
                };
            };
        };
    };
    submitResult: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitResultDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDto_Output"];
                };
            };
        };
    };
    attach: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttachDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDto_Output"];
                };
            };
        };
    };
    comment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDto_Output"];
                };
            };
        };
    };
    withdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDto_Output"];
                };
            };
        };
    };
    decline: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDto_Output"];
                };
            };
        };
    };
    merge: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDto_Output"];
                };
            };
        };
    };
    unmerge: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnmergeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDto_Output"];
                };
            };
        };
    };
    returnTicket: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDto_Output"];
                };
            };
        };
    };
    transfer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransferDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDto_Output"];
                };
            };
        };
    };
    reassign: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReassignDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDto_Output"];
                };
            };
        };
    };
    dispatch: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body is carried out once and answered as the first time. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DispatchDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDto_Output"];
                };
            };
        };
    };
    requestOpening: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestOpeningDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityOpeningDto_Output"];
                };
            };
        };
    };
    listOpenings: {
        parameters: {
            query?: {
                /** @description Where the last page ended: its `nextCursor`. */
                cursor?: string;
                limit?: number;
                /** @description Ticket number. */
                ticket?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpeningPageDto_Output"];
                };
            };
        };
    };
    approveOpening: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityOpeningDto_Output"];
                };
            };
        };
    };
    refuseOpening: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseOpeningDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityOpeningDto_Output"];
                };
            };
        };
    };
    readIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedIdentityDto_Output"];
                };
            };
        };
    };
    listSamples: {
        parameters: {
            query?: {
                /** @description Where the last page ended: its `nextCursor`. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpSamplePageDto_Output"];
                };
            };
        };
    };
    drawSample: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DrawSampleDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpSampleDto_Output"];
                };
            };
        };
    };
    viewSample: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpSampleDto_Output"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: {
                /** @description Where the last page ended: its `nextCursor`. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPageDto_Output"];
                };
            };
        };
    };
    createSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateSessionDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionSummaryDto_Output"];
                };
            };
        };
    };
    viewSession: {
        parameters: {
            query?: {
                /** @description Where the last page ended: its `nextCursor`. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDto_Output"];
                };
            };
        };
    };
    startImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description Minutes, .xlsx or .csv.
                     */
                    file: string;
                    /** @description JSON that names a column, by letter or header text, for: reference, ordinal, title, text, proposer, contact, unit, department, category, location, remark, instruction, raisedAt, owner, deadline. */
                    mapping?: string;
                    /**
                     * @default false
                     * @enum {string}
                     */
                    commit?: "true" | "false";
                };
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportAcceptedDto_Output"];
                };
            };
        };
    };
    viewImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDto_Output"];
                };
            };
        };
    };
    importLines: {
        parameters: {
            query?: {
                /** @description Where the last page ended: its `nextCursor`. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportLinesDto_Output"];
                };
            };
        };
    };
    commitImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportAcceptedDto_Output"];
                };
            };
        };
    };
    policies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyListDto_Output"];
                };
            };
        };
    };
    addPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPolicyDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyDto_Output"];
                };
            };
        };
    };
    savePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavePolicyDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyDto_Output"];
                };
            };
        };
    };
    policyVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyListDto_Output"];
                };
            };
        };
    };
    keywordRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeywordRulesDto_Output"];
                };
            };
        };
    };
    saveKeywordRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveKeywordRulesDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeywordRulesDto_Output"];
                };
            };
        };
    };
    addKeywordRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewKeywordRuleDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeywordRulesDto_Output"];
                };
            };
        };
    };
    saveKeywordRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveKeywordRuleDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeywordRulesDto_Output"];
                };
            };
        };
    };
    removeKeywordRule: {
        parameters: {
            query: {
                version: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeywordRulesDto_Output"];
                };
            };
        };
    };
    tryKeywordRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TryKeywordRulesDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriedPlacementDto_Output"];
                };
            };
        };
    };
    departments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentListDto_Output"];
                };
            };
        };
    };
    addDepartment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDepartmentDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentDto_Output"];
                };
            };
        };
    };
    saveDepartment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveDepartmentDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentDto_Output"];
                };
            };
        };
    };
    categories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryListDto_Output"];
                };
            };
        };
    };
    addCategory: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCategoryDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryDto_Output"];
                };
            };
        };
    };
    saveCategory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveCategoryDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryDto_Output"];
                };
            };
        };
    };
    removeCategory: {
        parameters: {
            query: {
                version: number;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    servicePoints: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficeServicePointListDto_Output"];
                };
            };
        };
    };
    activeServicePoints: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServicePointListDto_Output"];
                };
            };
        };
    };
    addServicePoint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewServicePointDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficeServicePointDto_Output"];
                };
            };
        };
    };
    servicePoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServicePointDto_Output"];
                };
            };
        };
    };
    saveServicePoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveServicePointDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficeServicePointDto_Output"];
                };
            };
        };
    };
    listPeople: {
        parameters: {
            query?: {
                /** @description Where the last page ended: its `nextCursor`. */
                cursor?: string;
                limit?: number;
                /** @description Part of the user name or the name. */
                q?: string;
                role?: "reporter" | "owner" | "head" | "dispatcher" | "verifier" | "director" | "leader" | "admin";
                /** @description Code of a main or further department. */
                department?: string;
                active?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonPageDto_Output"];
                };
            };
        };
    };
    addPerson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPersonDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdmittedPersonDto_Output"];
                };
            };
        };
    };
    savePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                username: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavePersonDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDto_Output"];
                };
            };
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                username: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InitialPasswordDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewPasswordDto_Output"];
                };
            };
        };
    };
    unlockPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                username: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Not locked any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    templates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateListDto_Output"];
                };
            };
        };
    };
    saveTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveTemplateDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateDto_Output"];
                };
            };
        };
    };
    resetTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetTemplateDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateDto_Output"];
                };
            };
        };
    };
    previewTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LetterTextDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplatePreviewDto_Output"];
                };
            };
        };
    };
    exportConfiguration: {
        parameters: {
            query?: {
                people?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfigurationFileDto_Output"];
                };
            };
        };
    };
    importConfiguration: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfigurationFileDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReportDto_Output"];
                };
            };
        };
    };
    configurationLog: {
        parameters: {
            query?: {
                /** @description Where the last page ended: its `nextCursor`. */
                cursor?: string;
                limit?: number;
                kind?: "department" | "category" | "service-point" | "policy" | "keyword-rules" | "calendar" | "person" | "template" | "configuration" | "checkpoint";
                subject?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfigurationLogDto_Output"];
                };
            };
        };
    };
    calendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CurrentCalendarDto_Output"];
                };
            };
        };
    };
    saveCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplyCalendarDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarChangeDto_Output"];
                };
            };
        };
    };
    calendarVersions: {
        parameters: {
            query?: {
                /** @description Where the last page ended: its `nextCursor`. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarVersionPageDto_Output"];
                };
            };
        };
    };
    calendarVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarVersionDto_Output"];
                };
            };
        };
    };
    calendarDays: {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarDaysDto_Output"];
                };
            };
        };
    };
    previewCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewCalendarDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarPreviewDto_Output"];
                };
            };
        };
    };
    calendarChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarChangeDto_Output"];
                };
            };
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                /** @description Where the last page ended: its `nextCursor`. */
                cursor?: string;
                limit?: number;
                status?: "pending" | "sent" | "failed" | "dropped";
                ticket?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPageDto_Output"];
                };
            };
        };
    };
    resend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationDto_Output"];
                };
            };
        };
    };
    live: {
        parameters: {
            query?: {
                /** @description The id of the last event received, for a stream opened anew; a `Last-Event-ID` header counts for more. */
                lastEventId?: string;
            };
            header?: {
                /** @description The id of the last event received; browsers send it when they come back by themselves. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-sent events: ready, ticket, gone, reset. Comments keep the connection alive. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
        };
    };
    liveTracked: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                trackingCode: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-sent events: ready, changed. Comments keep the connection alive. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
        };
    };
    setOwnLeave: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetLeaveDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDutiesDto_Output"];
                };
            };
        };
    };
    endOwnLeave: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDutiesDto_Output"];
                };
            };
        };
    };
    setLeave: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                username: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetLeaveDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDutiesDto_Output"];
                };
            };
        };
    };
    endLeave: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                username: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDutiesDto_Output"];
                };
            };
        };
    };
    setActingHead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                username: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetActingHeadDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDutiesDto_Output"];
                };
            };
        };
    };
    endActingHead: {
        parameters: {
            query: {
                /** @description Department code or name. */
                department: string;
            };
            header?: never;
            path: {
                username: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDutiesDto_Output"];
                };
            };
        };
    };
    deactivate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                username: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeactivatePersonDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmploymentDto_Output"];
                };
            };
        };
    };
    reactivate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                username: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReactivatePersonDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmploymentDto_Output"];
                };
            };
        };
    };
    listReassignments: {
        parameters: {
            query?: {
                /** @description Where the last page ended: its `nextCursor`. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReassignmentPageDto_Output"];
                };
            };
        };
    };
    referenceData: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferenceDataDto_Output"];
                };
            };
        };
    };
    owners: {
        parameters: {
            query?: {
                /** @description Department code or name. */
                department?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnerListDto_Output"];
                };
            };
        };
    };
    problem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDefinitionDto_Output"];
                };
            };
        };
    };
}
