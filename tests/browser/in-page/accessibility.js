// Runs in the page after axe-core. WCAG 2.2 A and AA and axe's own best practice.
(async () => {
  const { violations } = await window.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  });
  return violations.map((violation) => ({
    rule: violation.id,
    where: violation.nodes.slice(0, 5).map((node) => node.target.join(' ')),
    words: `${violation.help}: ${violation.nodes[0]?.failureSummary ?? ''}`,
  }));
})();
