-- Run inside Neovim by neovim.test.ts: waits for the remarks on the open world, asks about it as an author
-- would, and prints what came as JSON.
local function fail(what)
  io.stdout:write(vim.fn.json_encode({ failed = what }))
  vim.cmd("cquit!")
end

local function within(seconds, is_so, what)
  if not vim.wait(seconds * 1000, is_so, 50) then
    fail(what)
  end
end

local function errors()
  return vim.diagnostic.get(0, { severity = vim.diagnostic.severity.ERROR })
end

local function request(method, params)
  local answers, why = vim.lsp.buf_request_sync(0, method, params, 10000)
  for _, each in pairs(answers or {}) do
    if each.result then
      return each.result
    end
  end
  fail(method .. ": " .. vim.inspect(why or answers))
end

local found = {}
within(30, function() return #errors() > 0 end, "no errors were shown")
found.filetype = vim.bo.filetype
found.errors = vim.tbl_map(function(each)
  return { line = each.lnum, column = each.col, message = each.message, code = each.code }
end, errors())

-- The fix of the first error.
vim.api.nvim_win_set_cursor(0, { found.errors[1].line + 1, found.errors[1].column })
local range = vim.lsp.util.make_range_params(0, "utf-16")
range.context = { diagnostics = {} }
local action = request("textDocument/codeAction", range)[1]
found.fix = action.title
vim.lsp.util.apply_workspace_edit(action.edit, "utf-16")
within(30, function() return #errors() == 0 end, "the error stayed")
found.text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n")

vim.fn.search("walk")
local place = vim.lsp.util.make_position_params(0, "utf-16")
found.hover = request("textDocument/hover", place).contents.value
place.newName = "stroll"
vim.lsp.util.apply_workspace_edit(request("textDocument/rename", place), "utf-16")
found.renamed = vim.fn.search("stroll", "n") > 0

-- The story: as a document, or as a message, depending on what this Neovim can do.
vim.lsp.handlers["window/showMessage"] = function(_, result) found.told = result.message end
vim.lsp.handlers["window/showDocument"] = function(_, result)
  found.told = table.concat(vim.fn.readfile(vim.uri_to_fname(result.uri)), "\n")
  return { success = true }
end
vim.cmd("DramaturgTell")
within(30, function() return found.told ~= nil end, "no story was told")

io.stdout:write(vim.fn.json_encode(found))
vim.cmd("qall!")
