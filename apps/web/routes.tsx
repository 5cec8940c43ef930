import type { RouteObject } from 'react-router';
import { BoardCasesPage } from './board/board-cases-page.js';
import { BoardPage } from './board/board-page.js';
import { AccessesPage } from './accesses/accesses-page.js';
import { CaseAccessesPage } from './accesses/case-accesses-page.js';
import { BreakGlassPage } from './break-glass/break-glass-page.js';
import { CallVersionsPage } from './calls/call-versions-page.js';
import { CallPage } from './calls/call-page.js';
import { CallsPage } from './calls/calls-page.js';
import { EditCallPage } from './calls/edit-call-page.js';
import { NewCallPage } from './calls/new-call-page.js';
import { RehearsalPage } from './calls/rehearsal-page.js';
import { CasePage } from './cases/case-page.js';
import { CasesPage } from './cases/cases-page.js';
import { AccessibilityPage, CookiesPage, LegalNoticePage } from './content/legal-pages.js';
import { CoachPage } from './coach/coach-page.js';
import { ApplyPage } from './cohorts/apply-page.js';
import { CohortPage } from './cohorts/cohort-page.js';
import { CohortsPage } from './cohorts/cohorts-page.js';
import { NewCohortPage } from './cohorts/new-cohort-page.js';
import { NotFoundPage } from './content/not-found-page.js';
import { CorrectionPage } from './corrections/correction-page.js';
import { EditionPage } from './directors/edition-page.js';
import { EditionsPage } from './directors/editions-page.js';
import { NextPage } from './directors/next-page.js';
import { OffersPage } from './directors/offers-page.js';
import { SeatedEventPage } from './directors/seated-event-page.js';
import { YearPage } from './directors/year-page.js';
import { DraftPage } from './drafts/draft-page.js';
import { EventPage } from './events/event-page.js';
import { CallFiguresPage } from './figures/call-figures-page.js';
import { FigureRowsPage } from './figures/figure-rows-page.js';
import { FiguresPage } from './figures/figures-page.js';
import { HomePage } from './home/home-page.js';
import { InboxPage } from './inbox/inbox-page.js';
import { IncidentsPage } from './incidents/incidents-page.js';
import { ApplicationLayout } from './layout/application-layout.js';
import { MailPage } from './mails/mail-page.js';
import { MailsPage } from './mails/mails-page.js';
import { OpenDataPage } from './open-data/open-data-page.js';
import { DataRequestsPage } from './own-data/data-requests-page.js';
import { OwnDataPage } from './own-data/own-data-page.js';
import { JournalPage } from './proof/journal-page.js';
import { RegisterPage } from './register/register-page.js';
import { RetentionPage } from './retention/retention-page.js';
import { AccountPage } from './service-accounts/account-page.js';
import { AccountsPage } from './service-accounts/accounts-page.js';
import { DeliveriesPage } from './service-accounts/deliveries-page.js';
import { EditAccountPage } from './service-accounts/edit-account-page.js';
import { NewAccountPage } from './service-accounts/new-account-page.js';
import { NewSessionPage } from './sessions/new-session-page.js';
import { NewReviewPage } from './reviews/new-review-page.js';
import { SessionPage } from './sessions/session-page.js';
import { SessionsPage } from './sessions/sessions-page.js';
import { WaitingListPage } from './sessions/waiting-list-page.js';
import { SignedIn } from './session/signed-in.js';
import { OwnSessionsPage } from './session/own-sessions-page.js';
import { ResumedPage } from './sign-in/resumed-page.js';
import { SignInPage } from './sign-in/sign-in-page.js';
import { UnknownPersonPage } from './sign-in/unknown-person-page.js';
import { TaskPage } from './tasks/task-page.js';

/** Addresses are in French: people read and share them. */
export const routes: RouteObject[] = [
  {
    element: <ApplicationLayout />,
    children: [
      { path: '/connexion', element: <SignInPage /> },
      { path: '/connexion/inconnu', element: <UnknownPersonPage /> },
      { path: '/accessibilite', element: <AccessibilityPage /> },
      { path: '/mentions-legales', element: <LegalNoticePage /> },
      { path: '/donnees-personnelles', element: <RegisterPage /> },
      { path: '/cookies', element: <CookiesPage /> },
      {
        element: <SignedIn />,
        children: [
          { path: '/', element: <HomePage /> },
          { path: '/connexion/reprise', element: <ResumedPage /> },
          { path: '/mes-sessions', element: <OwnSessionsPage /> },
          { path: '/mes-donnees', element: <OwnDataPage /> },
          { path: '/demandes-donnees', element: <DataRequestsPage /> },
          { path: '/conservation', element: <RetentionPage /> },
          { path: '/appels', element: <CallsPage /> },
          { path: '/appels/nouveau', element: <NewCallPage /> },
          { path: '/appels/:id', element: <CallPage /> },
          { path: '/appels/:id/modifier', element: <EditCallPage /> },
          { path: '/appels/:id/versions', element: <CallVersionsPage /> },
          { path: '/appels/:id/repetition', element: <RehearsalPage /> },
          { path: '/brouillons/:id/:step?', element: <DraftPage /> },
          { path: '/taches', element: <InboxPage /> },
          { path: '/taches/:id', element: <TaskPage /> },
          { path: '/dossiers', element: <CasesPage /> },
          { path: '/dossiers/:ref', element: <CasePage /> },
          { path: '/dossiers/:ref/journal', element: <JournalPage /> },
          { path: '/dossiers/:ref/evenements/:item', element: <EventPage /> },
          { path: '/dossiers/:ref/corriger', element: <CorrectionPage /> },
          { path: '/appels/:id/liste-attente', element: <WaitingListPage /> },
          { path: '/seances', element: <SessionsPage /> },
          { path: '/seances/nouvelle', element: <NewSessionPage /> },
          { path: '/seances/:ref', element: <SessionPage /> },
          { path: '/cohortes', element: <CohortsPage /> },
          { path: '/cohortes/nouvelle', element: <NewCohortPage /> },
          { path: '/cohortes/bilan', element: <NewReviewPage /> },
          { path: '/cohortes/:ref', element: <CohortPage /> },
          { path: '/cohortes/:ref/candidater', element: <ApplyPage /> },
          { path: '/coach', element: <CoachPage /> },
          { path: '/directeurs', element: <NextPage /> },
          { path: '/directeurs/annee', element: <YearPage /> },
          { path: '/directeurs/dates', element: <OffersPage /> },
          { path: '/editions', element: <EditionsPage /> },
          { path: '/editions/:id', element: <EditionPage /> },
          { path: '/evenements/:ref', element: <SeatedEventPage /> },
          { path: '/chiffres', element: <FiguresPage /> },
          { path: '/chiffres/:callId', element: <CallFiguresPage /> },
          { path: '/chiffres/:callId/:figure', element: <FigureRowsPage /> },
          { path: '/pilotage', element: <BoardPage /> },
          { path: '/pilotage/dossiers', element: <BoardCasesPage /> },
          { path: '/donnees-ouvertes', element: <OpenDataPage /> },
          { path: '/courriels', element: <MailsPage /> },
          { path: '/courriels/:id', element: <MailPage /> },
          { path: '/incidents', element: <IncidentsPage /> },
          { path: '/comptes-de-service', element: <AccountsPage /> },
          { path: '/comptes-de-service/nouveau', element: <NewAccountPage /> },
          { path: '/comptes-de-service/:id', element: <AccountPage /> },
          { path: '/comptes-de-service/:id/modifier', element: <EditAccountPage /> },
          { path: '/comptes-de-service/:id/envois/:webhook', element: <DeliveriesPage /> },
          { path: '/acces', element: <AccessesPage /> },
          { path: '/acces-exceptionnels', element: <BreakGlassPage /> },
          { path: '/dossiers/:ref/consultations', element: <CaseAccessesPage /> },
        ],
      },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
];
